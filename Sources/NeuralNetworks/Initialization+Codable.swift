extension Initialization: Codable {
  private enum CodingKeys: String, CodingKey { case scheme, uniform, normal, biases }

  /// Reads `"he"`, or an object such as `{"uniform": 0.3, "biases": true}`.
  public init(from decoder: any Decoder) throws {
    if let scheme = try? decoder.singleValueContainer().decode(Scheme.self) {
      self.init(.scheme(scheme))
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try Self.distribution(container),
      drawsBiases: try container.decodeIfPresent(Bool.self, forKey: .biases) ?? false)
  }

  private static func distribution(
    _ container: KeyedDecodingContainer<CodingKeys>
  ) throws -> Distribution {
    if let limit = try container.decodeIfPresent(Double.self, forKey: .uniform) {
      return .uniform(within: limit)
    }
    if let deviation = try container.decodeIfPresent(Double.self, forKey: .normal) {
      return .normal(deviation: deviation)
    }
    return .scheme(try container.decode(Scheme.self, forKey: .scheme))
  }

  /// Writes it as it is read: by its name alone where that says all.
  public func encode(to encoder: any Encoder) throws {
    if case .scheme(let scheme) = distribution, !drawsBiases {
      var container = encoder.singleValueContainer()
      return try container.encode(scheme)
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch distribution {
    case .scheme(let scheme): try container.encode(scheme, forKey: .scheme)
    case .uniform(let limit): try container.encode(limit, forKey: .uniform)
    case .normal(let deviation): try container.encode(deviation, forKey: .normal)
    }
    try container.encode(drawsBiases, forKey: .biases)
  }
}
