extension Sample {
  /// Every sample, the simple ones first.
  public static let all: [Sample] = [
    Sample("expression", SampleFile("expression.grad", PackageResources.expression_grad)),
    Sample(
      "backpropagation",
      SampleFile("backpropagation.grad", PackageResources.backpropagation_grad)),
    Sample("neuron", SampleFile("neuron.grad", PackageResources.neuron_grad)),
    Sample("inactive", SampleFile("inactive.grad", PackageResources.inactive_grad)),
    Sample(
      "physics",
      SampleFile("physics-temperature.grad", PackageResources.physics_temperature_grad),
      SampleFile("physics-fuel.grad", PackageResources.physics_fuel_grad),
      SampleFile("physics-tyre.grad", PackageResources.physics_tyre_grad)),
    Sample(
      "basketball",
      SampleFile("basketball.yaml", PackageResources.basketball_yaml),
      SampleFile("basketball.csv", PackageResources.basketball_csv),
      SampleFile("basketball.json", PackageResources.basketball_json)),
    Sample("yinyang", SampleFile("yinyang.yaml", PackageResources.yinyang_yaml)),
    Sample("moons", SampleFile("moons.yaml", PackageResources.moons_yaml)),
    Sample("dying-relu", SampleFile("dying-relu.yaml", PackageResources.dying_relu_yaml)),
    Sample(
      "dying-relu-cured",
      SampleFile("dying-relu-cured.yaml", PackageResources.dying_relu_cured_yaml)),
    Sample(
      "initialisation",
      SampleFile("initialisation-plain.yaml", PackageResources.initialisation_plain_yaml),
      SampleFile("initialisation-xavier.yaml", PackageResources.initialisation_xavier_yaml),
      SampleFile("initialisation-he.yaml", PackageResources.initialisation_he_yaml)),
    Sample(
      "optimizers",
      SampleFile("optimizers-sgd.yaml", PackageResources.optimizers_sgd_yaml),
      SampleFile("optimizers-momentum.yaml", PackageResources.optimizers_momentum_yaml),
      SampleFile("optimizers-adam.yaml", PackageResources.optimizers_adam_yaml),
      SampleFile("optimizers-adamw.yaml", PackageResources.optimizers_adamw_yaml),
      SampleFile("optimizers.csv", PackageResources.optimizers_csv)),
    Sample("xor", SampleFile("xor.yaml", PackageResources.xor_yaml)),
    Sample("encoder", SampleFile("encoder.yaml", PackageResources.encoder_yaml)),
    Sample("symmetry", SampleFile("symmetry.yaml", PackageResources.symmetry_yaml)),
    Sample("familytrees", SampleFile("familytrees.yaml", PackageResources.familytrees_yaml)),
    Sample("logistic", SampleFile("logistic.yaml", PackageResources.logistic_yaml)),
    Sample("binary", SampleFile("binary.yaml", PackageResources.binary_yaml)),
    Sample("diffusion", SampleFile("diffusion.yaml", PackageResources.diffusion_yaml)),
    Sample("digits", SampleFile("digits.yaml", PackageResources.digits_yaml)),
    Sample(
      "names",
      SampleFile("names.yaml", PackageResources.names_yaml),
      SampleFile("names.txt", PackageResources.names_txt)),
    Sample(
      "points",
      SampleFile("points.yaml", PackageResources.points_yaml),
      SampleFile("points.csv", PackageResources.points_csv),
      SampleFile("points.safetensors", PackageResources.points_safetensors)),
  ]

  /// The sample of this name; `nil` if there is none.
  public static func named(_ name: String) -> Sample? { all.first { $0.name == name } }
}
