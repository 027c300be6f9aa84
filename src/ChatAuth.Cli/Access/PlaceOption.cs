using System.CommandLine;
using System.CommandLine.Parsing;
using ChatAuth.Core.Access;

namespace ChatAuth.Cli.Access;

/// <summary>The conversations that a grant speaks of, on the command line.</summary>
internal static class PlaceOption
{
    public static Option<ConversationPattern?> Create(string description) => new("--in")
    {
        Description = $"{description} Written private, a conversation's key, or space:platform:id.",
        HelpName = "CONVERSATION",
        CustomParser = Parse,
    };

    private static ConversationPattern? Parse(ArgumentResult result)
    {
        if (!ConversationPattern.TryParse(result.Tokens[0].Value, out var pattern)) result.AddError("not a conversation");
        return pattern;
    }
}
