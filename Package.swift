// swift-tools-version: 6.1
import PackageDescription

/// Warnings are errors here, and the upcoming rules that keep modules honest are on.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .unsafeFlags(["-warnings-as-errors"]),
]

/// The engines and the reading of texts and case files are optimised in debug builds too, so that tests on
/// thousands of models and on long texts stay quick.
let engine =
  house + [
    .unsafeFlags(
      ["-O", "-whole-module-optimization", "-num-threads", "1"], .when(configuration: .debug))
  ]

let package = Package(
  name: "dragoman",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "dragoman", targets: ["dragoman"]),
    .library(name: "CaseModel", targets: ["CaseModel"]),
    .library(name: "StateOfPlay", targets: ["StateOfPlay", "Foundations"]),
    .library(name: "Bargaining", targets: ["Bargaining", "Foundations"]),
    .library(name: "GraphModel", targets: ["GraphModel", "Foundations"]),
    .library(name: "Networks", targets: ["Networks", "Foundations"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.3.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    // What every module may need: repeatable random numbers, progress, work on all cores, lists and
    // numbers in English. It knows nothing of what they are for.
    .target(name: "Foundations", swiftSettings: engine),
    .testTarget(
      name: "FoundationsTests", dependencies: ["Foundations"], swiftSettings: engine),
    // The engines, which know nothing of cases, files or the web.
    .target(
      name: "Bargaining",
      dependencies: ["Foundations", .product(name: "BigInt", package: "BigInt")],
      swiftSettings: engine),
    .target(name: "GraphModel", dependencies: ["Foundations"], swiftSettings: engine),
    .target(name: "Networks", dependencies: ["Foundations"], swiftSettings: engine),
    .testTarget(
      name: "BargainingTests",
      dependencies: [
        "Bargaining", "Foundations", "TestSupport", .product(name: "BigInt", package: "BigInt"),
      ],
      swiftSettings: engine),
    .testTarget(
      name: "GraphModelTests", dependencies: ["GraphModel", "Foundations", "TestSupport"],
      resources: [.copy("../Data/graph-model")], swiftSettings: engine),
    .testTarget(
      name: "NetworksTests", dependencies: ["Networks", "Foundations"], swiftSettings: engine),
    .executableTarget(
      name: "network-bench", dependencies: ["Networks", "Foundations"],
      path: "Benchmarks/network-bench", exclude: ["networkx_same.py"],
      swiftSettings: house),
    .executableTarget(
      name: "bargain-bench", dependencies: ["Bargaining", "Foundations"],
      path: "Benchmarks/bargain-bench",
      exclude: ["negmas_frontier.py"],
      swiftSettings: house),
    .executableTarget(
      name: "graph-bench", dependencies: ["GraphModel", "Foundations"],
      path: "Benchmarks/graph-bench",
      swiftSettings: engine),
    // The case as plain values, and what must hold of it.
    .target(
      name: "CaseModel",
      dependencies: ["Foundations", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: engine),
    // The derived views: pure functions of a case and a lens.
    .target(
      name: "StateOfPlay",
      dependencies: [
        "CaseModel", "Bargaining", "GraphModel", "Networks", "Foundations",
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      swiftSettings: house),
    // From the text of a document to what it says that somebody said.
    .target(name: "Extraction", dependencies: ["CaseModel", "Foundations"], swiftSettings: engine),
    // The same asked of a language model on a server that the user names, and checked.
    .target(
      name: "LanguageModel",
      dependencies: [
        "Extraction", "CaseModel", "Foundations",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      swiftSettings: house),
    .testTarget(
      name: "LanguageModelTests",
      dependencies: [
        "dragoman", "LanguageModel", "Extraction", "CaseModel", "Foundations", "TestSupport",
      ],
      swiftSettings: house),
    // Reading and writing case files.
    .target(
      name: "Interchange",
      dependencies: [
        "CaseModel", "Foundations", "CLibXML2", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: engine),
    // From a document's bytes to its text: HTML, PDF, DOCX, ODT, plain text.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
    .target(
      name: "Documents",
      dependencies: [
        "CaseModel", "Foundations", "CLibXML2", "CZlib",
        // Elsewhere an encoding that is not declared is chosen by a person.
        .target(name: "CUchardet", condition: .when(platforms: [.linux])),
      ],
      swiftSettings: engine),
    // Coded texts of other programs: tables, REFI-QDA, Web Annotations, Discourse Network Analyzer.
    .target(
      name: "Exchange",
      dependencies: [
        "CaseModel", "Documents", "Foundations", "CLibXML2", "CZlib",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: house),
    .testTarget(
      name: "ExchangeTests",
      dependencies: [
        "Exchange", "Networks", "StateOfPlay", "Interchange", "CaseModel", "Foundations",
        "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: house),
    // The `.dragoman` file: SQLite, with the history of every entry.
    .target(
      name: "CaseStore",
      dependencies: ["CaseModel", "Foundations", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: house),
    // Views as text, Markdown and tables.
    .target(
      name: "Presentation", dependencies: ["StateOfPlay", "Networks", "CaseModel", "Foundations"],
      swiftSettings: house),
    // What an assistant may ask of a case, by the Model Context Protocol.
    .target(
      name: "Assistant",
      dependencies: ["Presentation", "Extraction", "StateOfPlay", "CaseModel", "Foundations"],
      swiftSettings: house),
    .testTarget(
      name: "AssistantTests",
      dependencies: [
        "Assistant", "Extraction", "Presentation", "Interchange", "StateOfPlay", "CaseModel",
        "Foundations", "TestSupport",
      ],
      swiftSettings: house),
    // The local web application: routes, pages, assets.
    .target(
      name: "Workbench",
      dependencies: [
        "Presentation", "CaseStore", "Documents", "Extraction", "Interchange", "StateOfPlay",
        "Networks", "CaseModel",
        "Foundations",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      exclude: ["Assets"], swiftSettings: house, plugins: ["EmbedAssets"]),
    .executableTarget(name: "embed-assets", swiftSettings: house),
    .plugin(name: "EmbedAssets", capability: .buildTool(), dependencies: ["embed-assets"]),
    // The command line.
    .executableTarget(
      name: "dragoman",
      dependencies: [
        "Workbench", "Assistant", "Presentation", "CaseStore", "Documents", "Exchange",
        "LanguageModel", "Extraction", "Interchange", "StateOfPlay", "Networks", "CaseModel",
        "Foundations",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house,
      // A release brings its own Unicode data and leaves out what it never reads; see scripts/package-program.
      linkerSettings: Context.environment["DRAGOMAN_LINK"].map {
        [.unsafeFlags($0.split(separator: " ").map(String.init))]
      } ?? []),
    // What tests of several modules share.
    .target(
      name: "TestSupport", dependencies: ["Interchange", "CaseModel", "Foundations"],
      path: "Tests/TestSupport",
      swiftSettings: house),
    .testTarget(
      name: "CaseModelTests", dependencies: ["CaseModel", "Foundations", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "StateOfPlayTests",
      dependencies: [
        "StateOfPlay", "Networks", "Interchange", "CaseModel", "Foundations", "TestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "ExtractionTests",
      dependencies: ["Extraction", "Interchange", "CaseModel", "Foundations", "TestSupport"],
      exclude: ["Gold"],
      swiftSettings: house),
    // Cases of any size for measuring, and what measures them.
    .target(
      name: "CaseGenerator", dependencies: ["Interchange", "CaseModel", "Foundations"],
      path: "Benchmarks/CaseGenerator", swiftSettings: house),
    .executableTarget(
      name: "dragoman-bench",
      dependencies: [
        "CaseGenerator", "Interchange", "StateOfPlay", "CaseModel", "Foundations", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Yams", package: "Yams"),
      ],
      path: "Benchmarks/dragoman-bench", swiftSettings: house),
    .executableTarget(
      name: "store-bench",
      dependencies: [
        "CaseGenerator", "CaseStore", "CaseModel", "Foundations",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Benchmarks/store-bench", swiftSettings: house),
    .executableTarget(
      name: "serve-bench",
      dependencies: [
        "CaseGenerator", "CaseStore", "StateOfPlay", "CaseModel", "Foundations", "TestSupport",
      ],
      path: "Benchmarks/serve-bench", exclude: ["datasette_rows.py"], swiftSettings: house),
    .testTarget(
      name: "BenchmarkTests",
      dependencies: [
        "CaseGenerator", "StateOfPlay", "Interchange", "CaseModel", "Foundations", "TestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "InterchangeTests",
      dependencies: ["Interchange", "CaseModel", "Foundations", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Documents", "CaseModel", "CZlib"],
      resources: [.copy("Files")], swiftSettings: house),
    // What the tests of the store kill while it writes.
    .executableTarget(
      name: "store-writer", dependencies: ["CaseStore", "CaseModel", "Foundations"],
      path: "Tests/StoreWriter",
      swiftSettings: house),
    .testTarget(
      name: "CaseStoreTests",
      dependencies: [
        "store-writer", "dragoman", "CaseStore", "StateOfPlay", "Interchange", "CaseModel",
        "Foundations",
        "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: house),
    .testTarget(
      name: "PresentationTests",
      dependencies: ["Presentation", "StateOfPlay", "CaseModel", "Foundations", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: [
        "dragoman", "Workbench", "Presentation", "CaseStore", "Documents", "Interchange",
        "StateOfPlay", "Networks", "CaseModel", "Foundations", "TestSupport",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
      ],
      swiftSettings: house),
    // The program as a user runs it: transcripts, goldens, generated pages.
    .testTarget(
      name: "DragomanTests",
      dependencies: [
        "dragoman", "Presentation", "Interchange", "StateOfPlay", "CaseModel", "Foundations",
        "TestSupport",
      ],
      swiftSettings: house),
  ]
)
