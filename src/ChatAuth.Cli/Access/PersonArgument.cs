using System.CommandLine;
using System.CommandLine.Parsing;
using ChatAuth.Core.Access;

namespace ChatAuth.Cli.Access;

/// <summary>A person on the command line.</summary>
internal static class PersonArgument
{
    public static Argument<Person> Create() => new("PERSON")
    {
        Description = "platform:number, such as telegram:123456789.",
        CustomParser = Parse,
    };

    public static Person Parse(ArgumentResult result)
    {
        if (!Person.TryParse(result.Tokens[0].Value, out var person)) result.AddError("not a person");
        return person;
    }

    /// <summary>The same, where a bare number is a person at this terminal.</summary>
    public static Person ParseShort(ArgumentResult result) =>
        Person.TryParse($"{Person.Operator.Platform}:{result.Tokens[0].Value}", out var here) ? here : Parse(result);
}
