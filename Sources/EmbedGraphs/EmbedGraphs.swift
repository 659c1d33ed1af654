import Foundation
import PackagePlugin

/// `swift package --allow-writing-to-package-directory embed-graphs`: draws the pictures of the
/// package's DocC catalogs; with `--check` only looks.
@main struct EmbedGraphs: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) async throws {
    let documents = Self.documents(of: context.package)
    guard !documents.isEmpty else {
      Diagnostics.warning("this package has no .docc catalog with articles")
      return
    }
    let process = Process()
    process.executableURL = try context.tool(named: "graphgrad").url
    process.arguments = ["embed"] + arguments + documents
    process.currentDirectoryURL = context.package.directoryURL
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 {
      Diagnostics.error("graphgrad embed ended with \(process.terminationStatus)")
    }
  }

  /// The articles of all catalogs, as paths from the package's folder.
  private static func documents(of package: Package) -> [String] {
    let top = package.directoryURL.path
    let folders = Set(package.targets.map(\.directoryURL))
    let found = folders.flatMap { folder in
      let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
      return (names ?? []).filter { $0.contains(".docc/") && $0.hasSuffix(".md") }
        .map { folder.appendingPathComponent($0).path }
    }
    return Set(found).sorted().map { path in
      path.hasPrefix("\(top)/") ? String(path.dropFirst(top.count + 1)) : path
    }
  }
}
