using System.CommandLine;

namespace ChatAuth.Cli.Models;

/// <summary>An argument that names a model.</summary>
internal static class ModelArgument
{
    public static Argument<string> Create() => new("MODEL") { Description = "An alias, or provider/model." };
}
