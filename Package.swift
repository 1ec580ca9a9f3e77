// swift-tools-version: 6.1
import PackageDescription

/// Warnings are errors here, and the upcoming rules that keep modules honest are on.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .unsafeFlags(["-warnings-as-errors"]),
]

/// The engines are optimised in debug builds too, so that tests on thousands of models stay quick.
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
    .library(name: "StateOfPlay", targets: ["StateOfPlay"]),
    .library(name: "Bargaining", targets: ["Bargaining"]),
    .library(name: "GraphModel", targets: ["GraphModel"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The engines, which know nothing of cases, files or the web.
    .target(
      name: "Bargaining", dependencies: [.product(name: "BigInt", package: "BigInt")],
      swiftSettings: engine),
    .target(name: "GraphModel", swiftSettings: engine),
    .testTarget(
      name: "BargainingTests",
      dependencies: ["Bargaining", .product(name: "BigInt", package: "BigInt")],
      swiftSettings: engine),
    .testTarget(
      name: "GraphModelTests", dependencies: ["GraphModel"],
      resources: [.copy("../Data/graph-model")], swiftSettings: engine),
    .executableTarget(
      name: "bargain-bench", dependencies: ["Bargaining"], path: "Benchmarks/bargain-bench",
      swiftSettings: house),
    .executableTarget(
      name: "graph-bench", dependencies: ["GraphModel"], path: "Benchmarks/graph-bench",
      swiftSettings: engine),
    // The case as plain values, and what must hold of it.
    .target(
      name: "CaseModel",
      dependencies: [.product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: house),
    // The derived views: pure functions of a case and a lens.
    .target(
      name: "StateOfPlay", dependencies: ["CaseModel", "Bargaining", "GraphModel"],
      swiftSettings: house),
    // Reading and writing case files.
    .target(
      name: "Interchange",
      dependencies: ["CaseModel", .product(name: "Yams", package: "Yams")],
      swiftSettings: house),
    // Views as text, Markdown and tables.
    .target(
      name: "Presentation", dependencies: ["StateOfPlay", "CaseModel"], swiftSettings: house),
    // The command line.
    .executableTarget(
      name: "dragoman",
      dependencies: [
        "Presentation", "Interchange", "StateOfPlay", "CaseModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    // What tests of several modules share.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
    .testTarget(
      name: "CaseModelTests", dependencies: ["CaseModel", "TestSupport"], swiftSettings: house),
    .testTarget(
      name: "StateOfPlayTests",
      dependencies: ["StateOfPlay", "Interchange", "CaseModel", "TestSupport"],
      swiftSettings: house),
    // Cases of any size for measuring, and what measures them.
    .target(
      name: "CaseGenerator", dependencies: ["Interchange", "CaseModel"],
      path: "Benchmarks/CaseGenerator", swiftSettings: house),
    .executableTarget(
      name: "dragoman-bench",
      dependencies: [
        "CaseGenerator", "Interchange", "StateOfPlay", "CaseModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Yams", package: "Yams"),
      ],
      path: "Benchmarks/dragoman-bench", swiftSettings: house),
    .testTarget(
      name: "BenchmarkTests",
      dependencies: ["CaseGenerator", "StateOfPlay", "Interchange", "CaseModel"],
      swiftSettings: house),
    .testTarget(
      name: "InterchangeTests", dependencies: ["Interchange", "CaseModel", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "PresentationTests", dependencies: ["Presentation", "StateOfPlay", "CaseModel"],
      swiftSettings: house),
    // The program as a user runs it: transcripts, goldens, generated pages.
    .testTarget(
      name: "DragomanTests", dependencies: ["dragoman", "Interchange", "CaseModel"],
      swiftSettings: house),
  ]
)
