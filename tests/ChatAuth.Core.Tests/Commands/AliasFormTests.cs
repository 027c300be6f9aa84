using ChatAuth.Core.Commands;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Tests.Commands;

internal sealed class AliasFormTests
{
    [TestCase("/opus")]
    [TestCase("/OPUS@mybot ", "OPUS")]
    public void Alias_alone_selects(string text, string alias = "opus")
    {
        Assert.That(Typed.Command(text), Is.EqualTo(new ModelCommand.Select(new ModelSelector(alias, null, 2, true), null, false)));
    }

    [TestCase("/opus@work", "work", 7)]
    [TestCase("/opus@anthropic:work", "anthropic:work", 7)]
    [TestCase("/opus@MyBot@work", "work", 13)]
    [TestCase("/opus@MyBots", "MyBots", 7)]
    [TestCase("/opus@google:robot", "google:robot", 7)]
    [TestCase("/opus@me@robot.example", "me@robot.example", 7)]
    [TestCase("/opus@\"work\"", "work", 7)]
    public void Profile_after_an_alias_is_certain(string text, string profile, int column)
    {
        var selector = new ModelSelector("opus", profile, 2, true, column);

        Assert.That(Typed.Command(text), Is.EqualTo(new ModelCommand.Select(selector, null, false)));
    }

    [TestCase("/opus@", "")]
    [TestCase("/opus@MyBot@", "")]
    [TestCase("/opus@ explain", "explain")]
    public void Alias_with_an_empty_profile_is_never_an_alias_alone(string text, string prompt)
    {
        var selector = Typed.Command(text) switch
        {
            ModelCommand.Select select => select.Selector,
            ModelCommand.AskOnce asked when asked.Prompt == prompt => asked.Selector,
            _ => null,
        };

        Assert.That(selector, Is.EqualTo(new ModelSelector("opus@", null, 2)));
    }

    [TestCase("/opus for 2h", 120, false)]
    [TestCase("/opus \tFor 2H", 120, false)]
    [TestCase("/opus for 2h ?", 120, true)]
    [TestCase("/opus ?", null, true)]
    public void Options_alone_after_an_alias_are_options(string text, int? minutes, bool dryRun)
    {
        var span = minutes is { } count ? TimeSpan.FromMinutes(count) : (TimeSpan?)null;

        Assert.That(Typed.Command(text), Is.EqualTo(new ModelCommand.Select(new ModelSelector("opus", null, 2, true), span, dryRun)));
    }

    [TestCase("/opus explain this", "explain this")]
    [TestCase("/opus  explain\tthis  \n and that\n", "explain\tthis  \n and that")]
    [TestCase("/opus\nexplain", "explain")]
    [TestCase("/opus \r\n explain", "explain")]
    [TestCase("/opus\nfor 2h", "for 2h")]
    [TestCase("/opus for\n2h", "for\n2h")]
    [TestCase("/opus for 2h\nexplain", "for 2h\nexplain")]
    [TestCase("/opus for 2h please", "for 2h please")]
    [TestCase("/opus for the win", "for the win")]
    [TestCase("/opus for", "for")]
    [TestCase("/opus for ?", "for ?")]
    [TestCase("/opus for 99999h of work", "for 99999h of work")]
    [TestCase("/opus ? why", "? why")]
    [TestCase("/opus\n?", "?")]
    [TestCase("/opus ? for 2h", "? for 2h")]
    [TestCase("/opus status", "status")]
    [TestCase("/opus 3", "3")]
    [TestCase("/opus \"quoted", "\"quoted")]
    [TestCase("/opus @work", "@work")]
    public void Any_other_text_after_an_alias_is_a_prompt_as_typed(string text, string prompt)
    {
        Assert.That(Typed.Command(text), Is.EqualTo(new ModelCommand.AskOnce(new ModelSelector("opus", null, 2, true), prompt)));
    }

    [Test]
    public void Prompt_after_a_profile_goes_to_that_profile()
    {
        var command = Typed.Command("/opus@work\nexplain\nthis");

        Assert.That(command, Is.EqualTo(new ModelCommand.AskOnce(new ModelSelector("opus", "work", 2, true, 7), "explain\nthis")));
    }

    [Test]
    public void Alias_named_like_a_word_is_reached_by_its_slash_word()
    {
        Assert.That(Typed.Command("/list"), Is.EqualTo(new ModelCommand.Select(new ModelSelector("list", null, 2, true), null, false)));
    }

    [TestCase("/opus@OtherBot", "OtherBot")]
    [TestCase("/opus@MyBot", "MyBot")]
    public void Name_after_an_alias_is_a_profile_where_bots_have_no_names(string text, string profile)
    {
        var selector = (Typed.OnDiscord(text) as ModelCommand.Select)?.Selector;

        Assert.That(selector?.Profile, Is.EqualTo(profile));
    }
}
