using ChatAuth.Core.Commands;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Tests.Commands;

internal sealed class SelectorReaderTests
{
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

    [Test]
    public void Selector_of_any_length_is_still_a_selector()
    {
        var text = new string('x', 10_000);

        Assert.That(Typed.Command($"/model {text}"), Is.EqualTo(new ModelCommand.Select(new ModelSelector(text, null, 8), null, false)));
    }
}
