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
    // Larger ones would take most of the time of the whole run.
    sizes: [1000, 10_000],
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
        print(json.dumps({"seconds": [], "processor": [], "missing": "python3 without PyYAML and libyaml"}))
        sys.exit(0)
    path, runs = sys.argv[1], int(sys.argv[2])
    seconds, processor, size = [], [], 0
    for run in range(runs + 1):
        began, used = time.perf_counter(), time.process_time()
        with open(path, "rb") as file:
            data = file.read()
        size = len(data)
        tree = yaml.load(data, Loader=CSafeLoader)
        took, used = time.perf_counter() - began, time.process_time() - used
        del tree
        if run > 0:
            seconds.append(took)
            processor.append(used)
    peak = None
    try:
        with open("/proc/self/status") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    peak = int(line.split()[1]) * 1024
    except OSError:
        pass
    print(json.dumps({"seconds": seconds, "processor": processor, "peak": peak, "bytes": size}))
    """

  static func measure(size: Int, runs: Int, folder: URL) throws -> Measurement {
    var missing = Measurement()
    missing.missing = "python3 with PyYAML is not here"
    let path = try CaseFiles.path(.yaml, size, folder)
    guard
      let output = try? Child.run(
        "/usr/bin/env", ["python3", "-c", script, path, "\(min(runs, 5))"]),
      let last = output.split(separator: "\n").last, let found = Measurement(line: last)
    else { return missing }
    return found
  }
}
