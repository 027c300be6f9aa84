using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;

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
        Assert.That(((ModelCommand.Malformed)Typed.Command(text)!) with { Works = null }, Is.EqualTo(new ModelCommand.Malformed(code, column, null)));
    }
}
