import CYaml
import Foundation
import Interchange

/// libyaml's events of a file, each thrown away; gives the bytes parsed.
func parseAlone(_ bytes: [UInt8]) throws -> Int? {
  var parser = yaml_parser_t()
  yaml_parser_initialize(&parser)
  defer { yaml_parser_delete(&parser) }
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
  try bytes.withUnsafeBufferPointer { bytes in
    yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else {
        throw Workload.Missing(reason: "libyaml does not read the file")
      }
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT { return }
    }
  }
  return bytes.count
}

/// PyYAML with libyaml, reading the same file into Python's lists and maps.
enum PyYAML {
  static let workload = Workload(
    name: "pyyaml", about: "PyYAML's CSafeLoader reading the same file, for comparison",
    prepare: { size, folder, _ in
      _ = try CaseFiles.path(.yaml, size, folder)
      return { throw Workload.Missing(reason: "measured by python3 itself") }
    })

  private static let script = """
    import sys, time, json, resource
    try:
        import yaml
        from yaml import CSafeLoader
    except ImportError:
        print(json.dumps({"seconds": [], "missing": "python3 without PyYAML and libyaml"}))
        sys.exit(0)
    path, runs = sys.argv[1], int(sys.argv[2])
    seconds, size = [], 0
    for run in range(runs + 1):
        began = time.perf_counter()
        with open(path, "rb") as file:
            data = file.read()
        size = len(data)
        tree = yaml.load(data, Loader=CSafeLoader)
        took = time.perf_counter() - began
        del tree
        if run > 0:
            seconds.append(took)
    peak = None
    try:
        with open("/proc/self/status") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    peak = int(line.split()[1]) * 1024
    except OSError:
        pass
    print(json.dumps({"seconds": seconds, "peak": peak, "bytes": size}))
    """

  static func measure(size: Int, runs: Int, folder: URL) throws -> Measurement {
    var missing = Measurement()
    missing.missing = "python3 with PyYAML is not here"
    let path = try CaseFiles.path(.yaml, size, folder)
    // It takes minutes at the largest size.
    let runs = size < 100_000 ? min(runs, 5) : 2
    guard
      let output = try? Child.run(
        "/usr/bin/env", ["python3", "-c", script, path, "\(runs)"]),
      let last = output.split(separator: "\n").last, let found = Measurement(line: last)
    else { return missing }
    return found
  }
}
