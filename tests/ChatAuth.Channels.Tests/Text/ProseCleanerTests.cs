using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Channels.Tests.Text;

internal sealed class ProseCleanerTests
{
    [Test]
    public void Character_in_two_parts_stays_whole()
    {
        var cleaner = new ProseCleaner();

        var shown = cleaner.Next("a\ud83d") + cleaner.Next("\ude00b");

        Assert.That(shown, Is.EqualTo("a😀b"));
    }

    [Test]
    public void Line_feeds_and_tabs_stay_and_control_sequences_go()
    {
        var shown = new ProseCleaner().Next("one\r\n\ttwo\e]0;title\a\u009b2J\u202E");

        Assert.That(shown, Is.EqualTo("one\n\ttwo]0;title2J"));
    }

    [Test]
    public void Joined_emoji_stays_whole()
    {
        const string Family = "👩\u200D👧";

        Assert.That(new ProseCleaner().Next(Family), Is.EqualTo(Family));
    }

    [Test]
    public void Parts_are_cleaned_as_the_whole_would_be() =>
        Prop.ForAll((string? one, string? two) =>
        {
            var cleaner = new ProseCleaner();
            const string End = "."; // No answer ends within a character.

            return cleaner.Next(one ?? "") + cleaner.Next(two ?? "") + cleaner.Next(End) == CleanText.Prose(one + two + End);
        }).QuickCheckThrowOnFailure();
}
