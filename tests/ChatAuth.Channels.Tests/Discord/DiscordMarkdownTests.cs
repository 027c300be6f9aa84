using ChatAuth.Channels.Discord;

namespace ChatAuth.Channels.Tests.Discord;

internal sealed class DiscordMarkdownTests
{
    [TestCase("work", "work")]
    [TestCase("claude-opus-4.5 (max)", "claude-opus-4.5 (max)")]
    [TestCase("**b** _i_ ~~s~~ `c` ||x||", "\\*\\*b\\*\\* \\_i\\_ \\~\\~s\\~\\~ \\`c\\` \\|\\|x\\|\\|")]
    [TestCase("[a](https://evil.example)", "\\[a\\](https\\://evil.example)")]
    [TestCase("@everyone", "\\@everyone")]
    [TestCase("<@1> </cmd:1> <t:1:R>", "\\<\\@1\\> \\</cmd\\:1\\> \\<t\\:1\\:R\\>")]
    [TestCase(":smile:", "\\:smile:")]
    [TestCase("# heading", "\\# heading")]
    [TestCase("  -# small", "  \\-# small")]
    [TestCase("- item", "\\- item")]
    [TestCase("12. item", "12\\. item")]
    [TestCase("\\", "\\\\")]
    [TestCase("", "")]
    public void Name_is_shown_as_it_is(string name, string escaped) => Assert.That(DiscordMarkdown.Escape(name), Is.EqualTo(escaped));

    [Test]
    public void Neighbours_that_stand_out_are_one() =>
        Assert.That(Line(new("Current: ", TextStyle.Strong), new("a*b", TextStyle.Strong), new(" · x", TextStyle.Plain)), Is.EqualTo("**Current: a\\*b** · x"));

    [Test]
    public void Blanks_at_the_edges_stay_outside() => Assert.That(Line(new(" a ", TextStyle.Strong), new("b", TextStyle.Plain)), Is.EqualTo(" **a** b"));

    [Test]
    public void Command_is_code() => Assert.That(Line(new TextSpan("/model a_b", TextStyle.Command)), Is.EqualTo("`/model a_b`"));

    [Test]
    public void Command_that_would_end_its_code_is_escaped() => Assert.That(Line(new TextSpan("/model a`b", TextStyle.Command)), Is.EqualTo("/model a\\`b"));

    [Test]
    public void Unimportant_line_is_small() => Assert.That(Line(new("[code]", TextStyle.Dim), new(" more", TextStyle.Dim)), Is.EqualTo("-# \\[code\\] more"));

    [Test]
    public void Unimportant_part_of_a_line_is_like_the_rest() => Assert.That(Line(new("a ", TextStyle.Plain), new("(b)", TextStyle.Dim)), Is.EqualTo("a (b)"));

    [Test]
    public void Bullet_of_ours_stays_and_what_follows_begins_no_other() =>
        Assert.That(Line(new("- ", TextStyle.Plain), new("# name", TextStyle.Plain)), Is.EqualTo("- \\# name"));

    private static string Line(params IReadOnlyList<TextSpan> spans) => DiscordMarkdown.Line(spans);
}
