using System.CommandLine;

namespace ChatAuth.Cli.Hosting;

/// <summary>Options that mean the same wherever they appear.</summary>
internal static class Switches
{
    public static Option<bool> Json() => new("--json") { Description = "Write JSON." };

    public static Option<bool> Yes() => new("--yes") { Description = "Do not ask." };

    public static Option<bool> Demo() => new("--demo") { Description = "Use built-in profiles and a model that only echoes; nothing leaves this machine." };
}
