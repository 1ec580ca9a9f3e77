import CaseModel
import CaseStore
import Foundation
import HTTPTypes
import Interchange
import TestSupport
import Testing

@testable import Workbench

/// The program itself, over real sockets: what the pages promise must hold of what is shipped.
@Suite(.serialized) struct ServedTests {
  private static func served(_ more: [String] = []) throws -> (ServedCase, Desk) {
    let desk = try Desk()
    let served = try ServedCase(Project.program("dragoman"), [desk.path] + more)
    try served.signIn()
    return (served, desk)
  }

  private static func formToken(_ served: ServedCase) throws -> String {
    let page = try served.ask("GET", "/entries/issues/ceasefire").text
    return page.firstMatch(of: /name="form-token" value="(\w+)"/).map { String($0.1) } ?? ""
  }

  private static let note = "section=issues&id=ceasefire&text=From+a+socket&by=Berta"
  private static let formKind = ("Content-Type", "application/x-www-form-urlencoded")

  @Test func onlyItsOwnNamesAreAnswered() throws {
    let (served, desk) = try Self.served()
    let port = served.port
    let cases: [(String, Int)] = [
      ("127.0.0.1:\(port)", 200), ("localhost:\(port)", 200), ("LOCALHOST:\(port)", 200),
      ("[::1]:\(port)", 200), ("127.0.0.1", 421), ("evil.example", 421),
      ("evil.example:\(port)", 421), ("127.0.0.1.evil.example:\(port)", 421),
      ("localhost:\(port).evil.example", 421), ("0.0.0.0:\(port)", 421),
    ]
    for (host, status) in cases {
      let answer = try served.ask("GET", "/positions", host: host)
      #expect(answer.status == status, "\(host)")
      if status != 200 { #expect(!answer.text.contains("Istanbul"), "\(host)") }
    }
    // No name at all, and two of them.
    let none = try served.ask("GET", "/positions", host: "")
    #expect([400, 421].contains(none.status) && !none.text.contains("Istanbul"))
    let two = try served.ask("GET", "/positions", fields: [("Host", "evil.example")])
    #expect(two.status == 400)
    _ = desk
  }

  @Test func onlyAPageOfOursMayChangeAnything() throws {
    let (served, desk) = try Self.served()
    let token = try Self.formToken(served)
    let body = "form-token=\(token)&" + Self.note
    let own = "http://127.0.0.1:\(served.port)"
    for sender in GateTests.senders {
      var fields = [Self.formKind]
      if let site = sender.site { fields.append(("Sec-Fetch-Site", site)) }
      if let origin = sender.origin {
        fields.append(("Origin", origin.replacing(":8010", with: ":\(served.port)")))
      }
      let before = try desk.store.newestGroup()
      let answer = try served.ask("POST", "/notes", fields: fields, body: body)
      #expect(answer.status == (sender.isOurs ? 303 : 403), "\(sender.testDescription)")
      if !sender.isOurs { #expect(try desk.store.newestGroup() == before) }
    }
    #expect(try desk.store.theCase().notes.contains { $0.text == "From a socket" })
    // Ours, and without the form's token, or as another kind of form.
    let ours = [("Origin", own), ("Sec-Fetch-Site", "same-origin")]
    let bare = try served.ask("POST", "/notes", fields: ours + [Self.formKind], body: Self.note)
    #expect(bare.status == 403)
    for kind in ["text/plain", "multipart/form-data; boundary=x", "application/json"] {
      let answer = try served.ask(
        "POST", "/notes", fields: ours + [("Content-Type", kind)], body: body)
      #expect(answer.status == 415, "\(kind)")
    }
    let huge = body + "&x=" + String(repeating: "x", count: Gate.largestBody)
    let tooMuch = try served.ask("POST", "/notes", fields: ours + [Self.formKind], body: huge)
    #expect(tooMuch.status == 413)
  }

  @Test func nothingIsAnsweredWithoutASession() throws {
    let desk = try Desk()
    let served = try ServedCase(Project.program("dragoman"), [desk.path])
    let fields = [
      ("Origin", "http://127.0.0.1:\(served.port)"), ("Sec-Fetch-Site", "same-origin"),
      Self.formKind, ("Cookie", "dragoman-\(served.port)=0000"),
    ]
    for route in Route.all {
      let path = GateTests.example(route)
      for method in ["GET", "POST", "PUT", "DELETE"] {
        let isOpen = Route.isOpen(method == "GET" ? .get : method == "POST" ? .post : .put, path)
        if isOpen { continue }
        let answer = try served.ask(method, path, fields: fields, body: Self.note)
        #expect(answer.status == 401, "\(method) \(path)")
        #expect(!answer.text.contains("Istanbul"), "\(method) \(path)")
      }
    }
    #expect(try desk.store.newestGroup() == 1)
  }

  @Test(arguments: ["zz\r\nx\r\n0\r\n\r\n", "-1\r\nx\r\n", "5\r\nabc", "fffffffffffffffff\r\n"])
  func malformedChunksAreABadRequest(_ body: String) throws {
    let (served, desk) = try Self.served()
    let head = served.request(
      "POST", "/notes",
      fields: [
        Self.formKind, ("Origin", "http://127.0.0.1:\(served.port)"),
        ("Sec-Fetch-Site", "same-origin"), ("Transfer-Encoding", "chunked"),
      ]
    ).replacing("Content-Length: 0\r\n", with: "")
    // One that is cut short is followed by what cannot be the end of a part.
    let answer = try LocalConnection(port: served.port).send(head + body + "\r\nnonsense\r\n\r\n")
    #expect(answer.status == 400)
    #expect(try served.ask("GET", "/positions").status == 200)
    _ = desk
  }

  /// Whatever runs, and whoever has asked for it, the end comes soon, and the case is one file then.
  @Test(arguments: [SIGINT, SIGTERM])
  func aStopEndsTheProgramSoon(_ signal: Int32) throws {
    let (served, desk) = try Self.served()
    desk.store.close()
    let token = try Self.formToken(served)
    let ours = [
      ("Origin", "http://127.0.0.1:\(served.port)"), ("Sec-Fetch-Site", "same-origin"),
      Self.formKind,
    ]
    let note = try served.ask(
      "POST", "/notes", fields: ours, body: "form-token=\(token)&" + Self.note)
    #expect(note.status == 303)
    let requests = (0..<6).map { seed in
      served.request("GET", "/settlement?draws=10000&seed=\(seed)")
    }
    let port = served.port
    for request in requests {
      Thread.detachNewThread { _ = try? LocalConnection(port: port).send(request) }
    }
    Thread.sleep(forTimeInterval: 0.5)
    #expect(try served.ask("GET", "/positions").status == 200, "pages are answered meanwhile")
    let start = ContinuousClock.now
    kill(served.processID, signal)
    while kill(served.processID, 0) == 0, !served.isOver, ContinuousClock.now - start < .seconds(20)
    {
      Thread.sleep(forTimeInterval: 0.02)
    }
    #expect(ContinuousClock.now - start < .seconds(2))
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
    #expect(names == ["case.dragoman"])
    #expect(
      try DragomanFile.open(desk.path).theCase().notes.contains { $0.text == "From a socket" })
  }

  @Test func aFormThatWaitsHoldsUpNothingButItself() throws {
    let (served, desk) = try Self.served()
    let token = try Self.formToken(served)
    let (held, release) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let another = try desk.another()
    let holder = Thread {
      _ = try? another.update(by: "carl", at: Desk.start, message: "long") { stored in
        held.signal()
        release.wait()
        return CaseUpdate(stored.theCase)
      }
    }
    holder.start()
    held.wait()
    defer { release.signal() }
    let request = served.request(
      "POST", "/notes",
      fields: [
        ("Origin", "http://127.0.0.1:\(served.port)"), ("Sec-Fetch-Site", "same-origin"),
        Self.formKind,
      ], body: "form-token=\(token)&" + Self.note)
    let port = served.port
    for _ in 0..<4 {
      Thread.detachNewThread { _ = try? LocalConnection(port: port).send(request) }
    }
    Thread.sleep(forTimeInterval: 0.3)
    let start = ContinuousClock.now
    for path in ["/positions?as-of=2025-05-16", "/history", "/search?q=ceasefire", "/sources"] {
      #expect(try served.ask("GET", path).status == 200, "\(path)")
    }
    #expect(ContinuousClock.now - start < .seconds(3), "the lock is waited for five seconds")
  }

  @Test func readOnlyWritesNothingToTheFile() throws {
    let (served, desk) = try Self.served(["--read-only"])
    let token = try Self.formToken(served)
    let ours = [
      ("Origin", "http://127.0.0.1:\(served.port)"), ("Sec-Fetch-Site", "same-origin"),
      Self.formKind,
    ]
    for (path, form) in WritingTests.forms {
      let query = Query(form.map { .init(name: $0.0, value: $0.1) }).text
      let answer = try served.ask(
        "POST", path, fields: ours, body: "form-token=\(token)&by=Berta&\(query)")
      #expect(answer.status == 403 && answer.text.contains("read-only here"), "\(path)")
    }
    #expect(try desk.store.newestGroup() == 1)
    #expect(try served.ask("GET", "/positions").text.contains("Read only"))
  }

  /// How a program is run with no network but its own loopback; nil where the system does not let us.
  private static let cutOff: [String]? = {
    for way in [["unshare", "-n"], ["unshare", "-rn"]] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = way + ["sh", "-c", "ip link set lo up"]
      process.standardError = FileHandle.nullDevice
      guard (try? process.run()) != nil else { continue }
      process.waitUntilExit()
      if process.terminationStatus == 0 { return way }
    }
    return nil
  }()

  private static let tracer: String? = ["/usr/bin/strace", "/usr/local/bin/strace"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(
    .enabled(
      if: ServedTests.cutOff != nil,
      "needs `unshare -n` and `ip`, which this system does not permit"))
  func itServesWithTheNetworkCutAndAsksNobody() throws {
    let desk = try Desk()
    let traced = desk.folder.appendingPathComponent("trace").path
    let trace =
      Self.tracer.map { "\($0) -f -qq -e trace=connect,sendto,sendmsg -o '\(traced)'" } ?? ""
    // Some ask for what no one has sent: documents that wait, words that are selected.
    let paths = PageTests.addresses.filter { path in
      !["nonsense", "/documents/intake/", "/coding/"].contains { path.contains($0) }
    }
    let script = """
      ip link set lo up
      echo $(tail -n +3 /proc/net/dev | cut -d: -f1)
      exec 3< <(exec \(trace) '\(Project.program("dragoman"))' serve '\(desk.path)' --for 300)
      server=$!
      read -r line <&3
      port=${line##*:}; port=${port%%/*}
      token=${line##*token=}
      ask() {
        exec 4<>/dev/tcp/127.0.0.1/$port
        printf 'GET %s HTTP/1.1\\r\\nHost: 127.0.0.1:%s\\r\\nCookie: %s\\r\\nConnection: close\\r\\n\\r\\n' \\
          "$1" "$port" "$cookie" >&4
        cat <&4
        exec 4>&-
      }
      cookie=$(ask "/?token=$token" | tr -d '\\r' | sed -n 's/^Set-Cookie: \\([^;]*\\).*/\\1/Ip')
      while read -r path; do
        printf '%s %s\\n' "$(ask "$path" | head -1 | tr -d '\\r')" "$path"
      done
      # Under the tracer the program is its child.
      kill -INT $server $(cat /proc/$server/task/$server/children)
      wait $server 2>/dev/null
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = (Self.cutOff ?? []) + ["bash", "-c", script]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(
      contentsOf: Data((paths.joined(separator: "\n") + "\n").utf8))
    try input.fileHandleForWriting.close()
    let text = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let lines = text.split(separator: "\n")
    #expect(lines.first == "lo", "no other network than its own")
    let served = lines.filter { $0.hasPrefix("HTTP/1.1 200") }
    #expect(served.count == paths.count, "\(lines.filter { !$0.hasPrefix("HTTP/1.1 200") })")
    guard Self.tracer != nil else { return }
    let calls = try String(contentsOfFile: traced, encoding: .utf8).split(separator: "\n")
    // It writes to those who connected; it connects to nobody and sends nowhere.
    let asked = calls.filter {
      $0.contains("connect(") || $0.contains("sin_addr") || $0.contains("sin6_addr")
    }
    #expect(asked.isEmpty, "\(asked.prefix(3))")
  }
}
