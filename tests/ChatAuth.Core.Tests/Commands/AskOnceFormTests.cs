using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;

namespace ChatAuth.Core.Tests.Commands;

internal sealed class AskOnceFormTests
{
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
}
