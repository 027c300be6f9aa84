using System.CommandLine;
using System.CommandLine.Parsing;
using ChatAuth.Core.Access;
using ChatAuth.Core.Errors;

namespace ChatAuth.Cli.Access;

/// <summary>Rights on the command line.</summary>
internal static class RightsArgument
{
    private static readonly Rights[] Each = [Rights.Ask, Rights.View, Rights.Switch, Rights.Pin];

    public static Argument<Rights> Create() => new("RIGHTS")
    {
        Description = "ask, view, switch and pin, with commas between; or all.",
        CustomParser = Parse,
    };

    /// <summary>The form that can be typed again.</summary>
    public static string Text(Rights rights) =>
        rights == Rights.All ? "all" : string.Join(',', Each.Where(right => rights.HasFlag(right)).Select(Kebab.Of));

    private static Rights Parse(ArgumentResult result)
    {
        var rights = Rights.None;
        foreach (var name in result.Tokens[0].Value.Split(','))
        {
            var right = name == "all" ? Rights.All : Array.Find(Each, known => Kebab.Of(known) == name);
            if (right == Rights.None) result.AddError("not a right");
            rights |= right;
        }
        return rights;
    }
}
