/// Puts the page's parts into one file.
enum PageAssembly {
  /// The page's code, in its order.
  private static let scripts = [
    PackageResources.numbers_js, PackageResources.formulas_js, PackageResources.engine_js,
    PackageResources.network_js,
    PackageResources.optimizer_js, PackageResources.reasons_js, PackageResources.neurons_js,
    PackageResources.inner_js, PackageResources.neuronview_js, PackageResources.scalarview_js,
    PackageResources.stage_js, PackageResources.plane_js, PackageResources.charts_js,
    PackageResources.tables_js, PackageResources.state_js, PackageResources.frame_js,
    PackageResources.app_js,
  ]

  static func html(title: String, json: [UInt8]) -> [UInt8] {
    let frame = String(decoding: PackageResources.page_html, as: UTF8.self)
    let parts: [String: [UInt8]] = [
      "title": Array(escaped(title).utf8), "style": short(PackageResources.page_css),
      "data": json, "script": scripts.flatMap(short),
    ]
    var result: [UInt8] = []
    for (place, piece) in frame.split(separator: "@@", omittingEmptySubsequences: false)
      .enumerated()
    {
      result += place % 2 == 1 ? parts[String(piece)] ?? [] : Array(piece.utf8)
    }
    return result
  }

  /// The page in a frame, to stand in another page: one element, whose names are its own.
  static func fragment(title: String, page: [UInt8]) -> [UInt8] {
    let text = String(decoding: page, as: UTF8.self)
      .replacing("&", with: "&amp;").replacing("'", with: "&#39;")
    // In single quotes, because the page has thousands of double ones.
    return Array(
      ("<iframe class=\"graphgrad-player\" title=\"\(escaped(title))\" "
        + "style=\"display:block;width:100%;height:900px;border:0\" srcdoc='\(text)'></iframe>\n")
        .utf8)
  }

  /// Code without the blanks before its lines and without lines that are comments.
  private static func short(_ code: [UInt8]) -> [UInt8] {
    let lines = String(decoding: code, as: UTF8.self).split(separator: "\n").map { line in
      line.drop { $0 == " " }
    }
    let isComment = { (line: Substring) in
      ["//", "/**", "/*"].contains { line.hasPrefix($0) }
    }
    return Array(
      lines.filter { !$0.isEmpty && !isComment($0) }.map { "\($0)\n" }.joined().utf8)
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
