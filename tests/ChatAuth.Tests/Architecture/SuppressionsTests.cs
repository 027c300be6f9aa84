using System.Text.RegularExpressions;
using ChatAuth.Testing;

namespace ChatAuth.Tests.Architecture;

/// <summary>What is silenced or caught whole says why.</summary>
internal sealed partial class SuppressionsTests
{
    /// <summary>The entry points, and the two places that call a model client, which may break its promise of what it throws.</summary>
    private static readonly string[] CatchingAll =
    [
        "src/ChatAuth.Channels/Conversations/GuardedWork.cs",
        "src/ChatAuth.Channels/Discord/DiscordTurns.cs",
        "src/ChatAuth.Channels/Telegram/DeliveryRecorder.cs",
        "src/ChatAuth.Cli/Doctor/Examination.cs",
        "src/ChatAuth.Cli/Hosting/CommandLine.cs",
        "src/ChatAuth.Core/Chat/SessionChatClient.cs",
        "src/ChatAuth.Core/Chat/VendorProbe.cs",
        "src/ChatAuth.Core/ChatAuthModule.cs",
        "src/ChatAuth.Core/Commands/FaultReplies.cs",
        "src/ChatAuth.Core/Diagnostics/OwnerNotices.cs",
        "src/ChatAuth.Core/Diagnostics/ReachedOwners.cs",
        "src/ChatAuth.Core/Hosting/RegularLook.cs",
        "src/ChatAuth.Gateway/Hosting/GatewayProgram.cs",
        "src/ChatAuth.Providers/Wire/VendorChatClient.cs",
    ];

    [Test]
    public void Suppression_has_its_reason_on_its_line()
    {
        var silent = new[] { "src", "tests", "samples" }
            .SelectMany(folder => Repository.List(folder, "*.cs"))
            .SelectMany(path => Repository.Read(path).Split('\n').Where(IsSilent).Select(line => $"{path}: {line.Trim()}"));

        Assert.That(silent, Is.Empty);
    }

    [Test]
    public void Everything_is_caught_only_in_the_named_files()
    {
        var catching = SourceFile.All.Where(file => CatchAll().IsMatch(file.Text)).Select(file => file.Path);

        Assert.That(catching, Is.EquivalentTo(CatchingAll));
    }

    [Test]
    public void What_catches_everything_says_why()
    {
        var silent = SourceFile.All.Where(file => CatchAll().Matches(file.Text).Any(match => !match.Value.Contains("//", StringComparison.Ordinal)));

        Assert.That(silent, Is.Empty);
    }

    [Test]
    public void Catch_without_a_type_throws_again()
    {
        var swallowing = SourceFile.All.Where(file => BareCatch().Matches(file.Code).Any(match => !match.Value.Contains("throw;", StringComparison.Ordinal)));

        Assert.That(swallowing, Is.Empty);
    }

    private static bool IsSilent(string line)
    {
        line = line.TrimStart();
        return (line.StartsWith("#pragma warning disable", StringComparison.Ordinal) && !line.Contains("//", StringComparison.Ordinal))
            || (line.StartsWith("[SuppressMessage", StringComparison.Ordinal) && !line.Contains("Justification", StringComparison.Ordinal));
    }

    /// <summary>A catch of every exception, with its filter, its line and the two after it. A filter that names types catches only those.</summary>
    [GeneratedRegex(@"\bcatch \(Exception\b(?! \w+\) when \(\w+ is )(?:[^\n]*\n){0,2}[^\n]*")]
    private static partial Regex CatchAll();

    [GeneratedRegex(@"\bcatch\s*\{[^}]*\}")]
    private static partial Regex BareCatch();
}
