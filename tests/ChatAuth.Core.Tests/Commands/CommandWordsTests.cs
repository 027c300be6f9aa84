using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Tests.Commands;

internal sealed class CommandWordsTests
{
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
        yield return new("clear @work", new ModelCommand.Clear("work", 15));
        yield return new("Clear anthropic:work", new ModelCommand.Clear("anthropic:work", 14));
        yield return new("clear \"anthropic:work\"", new ModelCommand.Clear("anthropic:work", 14));
        yield return new("clear", new ModelCommand.Malformed(ErrorCode.ProfileMissing, 13, null));
        yield return new("clear @", new ModelCommand.Malformed(ErrorCode.ProfileMissing, 15, null));
        yield return new("clear @work now", new ModelCommand.Malformed(ErrorCode.TextUnexpected, 20, null));
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

    [TestCase("/model claim FAKE-code please", "FAKE-code please", 24)]
    [TestCase("/model CLAIM (FAKE-code) \t x", "(FAKE-code) \t x", 28)]
    public void Text_after_the_code_of_a_claim_is_an_error_that_keeps_the_code_for_those_who_void_it(string text, string claimed, int column)
    {
        var expected = new ModelCommand.Claim(claimed) { Wrong = new ModelCommand.Malformed(ErrorCode.TextUnexpected, column, null) };

        Assert.That(Typed.Command(text), Is.EqualTo(expected));
    }

    [TestCase("/model claim FAKE-code\nplease", " FAKE-code\nplease", 23)]
    [TestCase("/model@MyBot: claim\nFAKE-code", "\nFAKE-code", 20)]
    public void Line_break_in_a_claim_is_an_error_that_keeps_the_code_too(string text, string claimed, int column)
    {
        var expected = new ModelCommand.Claim(claimed) { Wrong = new ModelCommand.Malformed(ErrorCode.LineBreak, column, null) };

        Assert.That(Typed.Command(text), Is.EqualTo(expected));
    }

    [TestCase("/model claim FAKE-code")]
    [TestCase("/model claim FAKE-code please")]
    [TestCase("/model claim\nFAKE-code")]
    public void Code_of_a_claim_is_in_no_text_form_of_the_command(string text)
    {
        Assert.That(Typed.Message(text).ToString() + Typed.Command(text), Does.Not.Contain("FAKE-code"));
    }
}
