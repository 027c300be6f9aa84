using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Tests.Commands;

internal sealed class ModelCommandParserTests
{
    [TestCase("")]
    [TestCase(" \n ")]
    [TestCase("hello")]
    [TestCase("model opus")]
    [TestCase("see /model opus")]
    [TestCase("\\model")]
    public void Text_that_does_not_begin_with_a_slash_is_plain(string text)
    {
        Assert.That(Typed.Message(text).Kind, Is.EqualTo(MessageKind.Plain));
    }

    [TestCase("/")]
    [TestCase("/ model")]
    [TestCase("//model")]
    [TestCase("/modelx")]
    [TestCase("/mode")]
    [TestCase("/modelling is fun")]
    [TestCase("/etc/passwd")]
    [TestCase("/start")]
    [TestCase("/opus: explain")]
    [TestCase("/claude-opus-5")]
    [TestCase("/@MyBot")]
    [TestCase("/model\u00A0opus")]
    public void Slash_word_that_is_neither_model_nor_an_alias_is_unknown(string text)
    {
        Assert.That(Typed.Message(text).Kind, Is.EqualTo(MessageKind.UnknownCommand));
    }

    [TestCase("/model@OtherBot")]
    [TestCase("/model@other status\nx")]
    [TestCase("/opus@OtherBot")]
    [TestCase("/opus@other_robot explain")]
    [TestCase("/opus@OtherBot@work")]
    public void Command_with_another_bots_name_is_not_ours(string text)
    {
        Assert.That(Typed.Message(text).Kind, Is.EqualTo(MessageKind.NotOurs));
    }

    [TestCase("/model")]
    [TestCase("/models")]
    [TestCase("  /MODEL\t")]
    [TestCase("/model:")]
    [TestCase("/model :")]
    [TestCase("/model@mybot")]
    [TestCase("/models@MyBot:")]
    [TestCase("/model list")]
    [TestCase("/model: LIST")]
    public void Model_alone_lists_everything(string text)
    {
        Assert.That(Typed.Command(text), Is.EqualTo(new ModelCommand.List(null, 1)));
    }

    [TestCase("/model list anthropic", "anthropic", 1)]
    [TestCase("/model list Anthropic  3", "Anthropic", 3)]
    [TestCase("/model list 2", null, 2)]
    public void List_takes_a_provider_and_a_page(string text, string? provider, int page)
    {
        Assert.That(Typed.Command(text), Is.EqualTo(new ModelCommand.List(provider, page)));
    }

    private static IEnumerable<TestCaseData> Words()
    {
        yield return new("status", new ModelCommand.Status());
        yield return new("WHY", new ModelCommand.Why());
        yield return new("reset", new ModelCommand.Reset());
        yield return new("unpin", new ModelCommand.Unpin());
        yield return new("Inherit", new ModelCommand.Inherit());
        yield return new("undo", new ModelCommand.Undo());
        yield return new("deny", new ModelCommand.Deny());
        yield return new("help", new ModelCommand.Help());
        yield return new("?", new ModelCommand.Help());
        yield return new("history", new ModelCommand.History(10));
        yield return new("history 50", new ModelCommand.History(50));
        yield return new("allow", new ModelCommand.Allow(ConsentScope.Once));
        yield return new("allow once", new ModelCommand.Allow(ConsentScope.Once));
        yield return new("allow Session", new ModelCommand.Allow(ConsentScope.Session));
        yield return new("allow never", new ModelCommand.Allow(ConsentScope.Never));
        yield return new("claim FAKE-code", new ModelCommand.Claim("FAKE-code"));
        yield return new("test", new ModelCommand.Test(null));
        yield return new("test opus@work", new ModelCommand.Test(new ModelSelector("opus@work", null, 13)));
        yield return new("test @work", new ModelCommand.Test(new ModelSelector("", "work", 13, ProfileColumn: 14)));
        yield return new("3", new ModelCommand.Pick(3));
        yield return new("0", new ModelCommand.Pick(0));
        yield return new("007", new ModelCommand.Pick(7));
        yield return new("2147483647", new ModelCommand.Pick(int.MaxValue));
    }

    [TestCaseSource(nameof(Words))]
    public void Word_or_number_is_its_command(string argument, ModelCommand expected)
    {
        Assert.That(Typed.Command($"/model {argument}"), Is.EqualTo(expected));
    }

    private static IEnumerable<TestCaseData> Selectors()
    {
        yield return new("opus", new ModelSelector("opus", null, 8));
        yield return new("opus@anthropic:work", new ModelSelector("opus@anthropic:work", null, 8));
        yield return new("a/b@c@d", new ModelSelector("a/b@c@d", null, 8));
        yield return new("opus@", new ModelSelector("opus@", null, 8));
        yield return new("@", new ModelSelector("@", null, 8));
        yield return new("@work", new ModelSelector("", "work", 8, ProfileColumn: 9));
        yield return new("@google:me+tag@example.com", new ModelSelector("", "google:me+tag@example.com", 8, ProfileColumn: 9));
        yield return new("@\"my work\"", new ModelSelector("", "my work", 8, ProfileColumn: 9));
        yield return new("\"a@b\"", new ModelSelector("a@b", null, 8, true));
        yield return new("\"a@b\"@c@d", new ModelSelector("a@b", "c@d", 8, true, 14));
        yield return new("\"a@b\"@\"c d\"", new ModelSelector("a@b", "c d", 8, true, 14));
        yield return new("\"a\"@", new ModelSelector("a", "", 8, true, 12));
        yield return new("opus@\"me too\"", new ModelSelector("opus", "me too", 8, true, 13));
        yield return new("list@work", new ModelSelector("list@work", null, 8));
        yield return new("\"list\"", new ModelSelector("list", null, 8, true));
        yield return new("\"3\"", new ModelSelector("3", null, 8, true));
        yield return new("\"?\"", new ModelSelector("?", null, 8, true));
        yield return new("٣", new ModelSelector("٣", null, 8));
    }

    [TestCaseSource(nameof(Selectors))]
    public void Selector_is_parted_only_where_quotes_or_its_start_decide(string argument, ModelSelector expected)
    {
        Assert.That(Typed.Command($"/model {argument}"), Is.EqualTo(new ModelCommand.Select(expected, null, false)));
    }

    [TestCase("/model opus for 2h", 120, false)]
    [TestCase("/model opus\tFOR  1d12h ?", 2160, true)]
    [TestCase("/model opus ?", null, true)]
    public void Options_of_a_selection_are_read(string text, int? minutes, bool dryRun)
    {
        var span = minutes is { } count ? TimeSpan.FromMinutes(count) : (TimeSpan?)null;

        Assert.That(Typed.Command(text), Is.EqualTo(new ModelCommand.Select(new ModelSelector("opus", null, 8), span, dryRun)));
    }

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

    [TestCase("/model status now", 15, "/model status")]
    [TestCase("/model undo 2", 13, "/model undo")]
    [TestCase("/model reset for 2h", 14, "/model reset")]
    [TestCase("/model help ?", 13, "/model help")]
    [TestCase("/model ? opus", 10, "/model ?")]
    [TestCase("/model 3 ?", 10, "/model 3")]
    [TestCase("/model 3 for 2h", 10, "/model 3")]
    [TestCase("/model list anthropic two", 23, "/model list")]
    [TestCase("/model list 1 2", 15, "/model list")]
    [TestCase("/model history 51", 16, "/model history 50")]
    [TestCase("/model history 0", 16, "/model history 50")]
    [TestCase("/model history all", 16, "/model history 50")]
    [TestCase("/model allow always", 14, "/model allow")]
    [TestCase("/model allow once more", 19, "/model allow")]
    [TestCase("/model test ?", 13, "/model test")]
    [TestCase("/model test opus for 2h", 18, "/model test")]
    [TestCase("/model claim FAKE-code please", 24, null)]
    [TestCase("/model opus ? now", 15, null)]
    [TestCase("/model opus for 2h now", 20, null)]
    [TestCase("/model opus for 2h ? now", 22, null)]
    [TestCase("/model \"opus\"x", 14, null)]
    [TestCase("/model op\"us\"", 10, null)]
    [TestCase("/opus@\"work\"x", 13, null)]
    [TestCase("/model@MyBot@work", 13, "/model @work")]
    [TestCase("/model@ opus", 7, null)]
    [TestCase("/model:opus", 8, "/model opus")]
    [TestCase("/model@MyBot:opus", 14, "/model opus")]
    [TestCase("/model:claim FAKE-code", 8, null)]
    public void Text_too_much_is_an_error_at_its_column(string text, int column, string? works)
    {
        Assert.That(Typed.Command(text), Is.EqualTo(new ModelCommand.Malformed(ErrorCode.TextUnexpected, column, works)));
    }

    [TestCase("/model opus explain this", "/opus explain this")]
    [TestCase("/model opus please", "/opus please")]
    [TestCase("/model claude-opus-5 explain", "/opus explain")]
    [TestCase("/model anthropic/claude-opus-5@work explain", "/opus@work explain")]
    [TestCase("/model opus@nobody explain", "/opus@nobody explain")]
    [TestCase("/model \"opus\"@work explain", "/opus@work explain")]
    [TestCase("/model opus explain\u202E\u0007 \uD800this", "/opus explain this")]
    [TestCase("/model opus 123456789 123456789 123456789 123456789 x", "/opus 123456789 123456789 123456789 123456789 …")]
    [TestCase("/model shared explain", null)]
    [TestCase("/model nothing explain", null)]
    [TestCase("/model openai/gpt@latest explain", null)]
    [TestCase("/model opus@wo<b>rk explain", null)]
    [TestCase("/model opus@MyBot explain", null)]
    [TestCase("/model @work explain", null)]
    [TestCase("/model opus \u200B", null)]
    public void Prompt_after_a_selector_is_an_error_that_shows_the_ask_once_form(string text, string? works)
    {
        var error = Typed.Command(text) as ModelCommand.Malformed;

        Assert.That(error?.Code, Is.EqualTo(ErrorCode.TextUnexpected));
        Assert.That(error?.Works, Is.EqualTo(works));
    }

    private static IEnumerable<TestCaseData> OtherErrors()
    {
        yield return new("/model opus for", ErrorCode.SpanInvalid, 13);
        yield return new("/model opus for ?", ErrorCode.SpanInvalid, 17);
        yield return new("/model opus for the win", ErrorCode.SpanInvalid, 17);
        yield return new("/model opus for 0h", ErrorCode.SpanInvalid, 17);
        yield return new("/model opus for 91d", ErrorCode.SpanInvalid, 17);
        yield return new("/opus for 99999h", ErrorCode.SpanInvalid, 11);
        yield return new("/opus@work for 0m ?", ErrorCode.SpanInvalid, 16);
        yield return new("/model\nopus", ErrorCode.LineBreak, 7);
        yield return new("/model opus\r\nexplain", ErrorCode.LineBreak, 12);
        yield return new("/model status\u2028x", ErrorCode.LineBreak, 14);
        yield return new("/opus@\"wo\nrk\"", ErrorCode.LineBreak, 10);
        yield return new("/model \"opus", ErrorCode.QuoteOpen, 8);
        yield return new("/model \"", ErrorCode.QuoteOpen, 8);
        yield return new("/model \"\"", ErrorCode.QuoteOpen, 8);
        yield return new("/model opus@\"work", ErrorCode.QuoteOpen, 13);
        yield return new("/model opus\"", ErrorCode.QuoteOpen, 12);
        yield return new("/model @wo\"rk", ErrorCode.QuoteOpen, 11);
        yield return new("/opus@\"\"", ErrorCode.QuoteOpen, 7);
        yield return new("/model list 0", ErrorCode.PageUnknown, 13);
        yield return new("/model list anthropic 99999999999", ErrorCode.PageUnknown, 23);
        yield return new("/model 2147483648", ErrorCode.RowUnknown, 8);
        yield return new("/model claim", ErrorCode.ClaimWrong, 13);
        yield return new("  /model list 0", ErrorCode.PageUnknown, 15);
    }

    [TestCaseSource(nameof(OtherErrors))]
    public void Error_stands_at_the_column_of_the_message_as_sent(string text, ErrorCode code, int column)
    {
        Assert.That(Typed.Command(text), Is.EqualTo(new ModelCommand.Malformed(code, column, null)));
    }

    [TestCase("/model@work", "/model @work")]
    [TestCase("/model@anthropic:work:", "/model @anthropic:work")]
    [TestCase("/model@work for 2h", null)]
    [TestCase("/model@wo<rk", null)]
    [TestCase("/model@", null)]
    public void Address_where_nothing_is_addressed_is_an_error_that_shows_the_space(string text, string? works)
    {
        Assert.That(Typed.OnDiscord(text), Is.EqualTo(new ModelCommand.Malformed(ErrorCode.AddressUnknown, 7, works)));
    }

    [TestCase("/opus@OtherBot", "OtherBot")]
    [TestCase("/opus@MyBot", "MyBot")]
    public void Name_after_an_alias_is_a_profile_where_bots_have_no_names(string text, string profile)
    {
        var selector = (Typed.OnDiscord(text) as ModelCommand.Select)?.Selector;

        Assert.That(selector?.Profile, Is.EqualTo(profile));
    }

    [Test]
    public void Code_of_a_claim_is_in_no_text_form_of_the_command()
    {
        Assert.That(Typed.Message("/model claim FAKE-code").ToString(), Does.Not.Contain("FAKE-code"));
    }

    [Test]
    public void Selector_of_any_length_is_still_a_selector()
    {
        var text = new string('x', 10_000);

        Assert.That(Typed.Command($"/model {text}"), Is.EqualTo(new ModelCommand.Select(new ModelSelector(text, null, 8), null, false)));
    }
}
