using ChatAuth.Providers.Wire;

namespace ChatAuth.Providers.Tests.Wire;

public sealed class SpanTextTests
{
    [TestCase("6m0s", 360_000)]
    [TestCase("1.5s", 1_500)]
    [TestCase("20ms", 20)]
    [TestCase("1d2h3m4s5ms", 93_784_005)]
    [TestCase("0s", 0)]
    public void Span_is_the_sum_of_its_parts(string text, double milliseconds) =>
        Assert.That(SpanText.Read(text), Is.EqualTo(TimeSpan.FromMilliseconds(milliseconds)));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("soon")]
    [TestCase("5")]
    [TestCase("s5")]
    [TestCase("5 s")]
    [TestCase("1.2.3s")]
    [TestCase("-5s")]
    [TestCase("5weeks")]
    [TestCase("1000001s")]
    [TestCase("999999d999999d999999d")]
    public void Anything_else_is_none(string? text) => Assert.That(SpanText.Read(text), Is.Null);

    [Test]
    public void Endless_text_is_none() => Assert.That(SpanText.Read(string.Concat(Enumerable.Repeat("999999d", 100_000))), Is.Null);
}
