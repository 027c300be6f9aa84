namespace ChatAuth.Cli.Hosting;

/// <summary>Where the state is kept, for the operator's eyes.</summary>
/// <param name="Directory">The state directory.</param>
internal sealed record StatePaths(string Directory)
{
    /// <summary>What the command line writes of the configuration.</summary>
    public string Configuration => Path.Combine(Directory, "chatauth.json");
}
