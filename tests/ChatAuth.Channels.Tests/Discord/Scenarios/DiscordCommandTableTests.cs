using System.Reflection;
using ChatAuth.Testing;
using NUnit.Framework.Interfaces;

namespace ChatAuth.Channels.Tests.Discord.Scenarios;

/// <summary>The table of what can be typed, in section 1 of the design, against the scenarios that show it on Discord.</summary>
internal sealed class DiscordCommandTableTests
{
    private const string Design = "../shared/design.md";

    [Test]
    public void Every_row_of_the_table_is_shown_by_a_test() => Assert.That(Shown().Distinct(), Is.EquivalentTo(Rows()));

    /// <summary>The first cells.</summary>
    private static IReadOnlyList<string> Rows()
    {
        if (!File.Exists(Repository.PathOf(Design))) Assert.Ignore($"Needs the design at {Design}");
        var section = Repository.Read(Design).Split("\n## ").Single(text => text.StartsWith("1. ", StringComparison.Ordinal));
        return [.. section.Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| Typed |", StringComparison.Ordinal))
            .Select(line => line[2..line.IndexOf(" | ", StringComparison.Ordinal)].Replace("`", "", StringComparison.Ordinal).Replace("\\|", "|", StringComparison.Ordinal))];
    }

    private static IEnumerable<string> Shown() =>
        from type in typeof(InteractionScenario).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(InteractionScenario))
        from method in type.GetMethods()
        where method.GetCustomAttributes().Any(attribute => attribute is ITestBuilder or ISimpleTestBuilder)
        from row in method.GetCustomAttributes<TableRowAttribute>()
        select row.Typed;
}
