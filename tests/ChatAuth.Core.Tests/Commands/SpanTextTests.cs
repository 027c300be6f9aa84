using ChatAuth.Core.Commands;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Core.Tests.Commands;

internal sealed class SpanTextTests
{
    [TestCase("1m", 1)]
    [TestCase("2h", 120)]
    [TestCase("1d12h", 2160)]
    [TestCase("1W", 10080)]
    [TestCase("02h", 120)]
    [TestCase("30m1h", 90)]
    [TestCase("90d", 129600)]
    [TestCase("12w6d", 129600)]
    public void Span_within_its_limits_is_read(string text, int minutes)
    {
        var shaped = SpanText.TryRead(text, out var span);

        Assert.That(shaped, Is.True);
        Assert.That(span, Is.EqualTo(TimeSpan.FromMinutes(minutes)));
    }

    [TestCase("0m")]
    [TestCase("1h0m")]
    [TestCase("90d1m")]
    [TestCase("13w")]
    [TestCase("99999999999h")]
    [TestCase("18446744073709551617m")]
    public void Span_beyond_its_limits_has_the_shape_and_no_value(string text)
    {
        var shaped = SpanText.TryRead(text, out var span);

        Assert.That(shaped, Is.True);
        Assert.That(span, Is.Null);
    }

    [TestCase("")]
    [TestCase("h")]
    [TestCase("2")]
    [TestCase("2h3")]
    [TestCase("-2h")]
    [TestCase("+2h")]
    [TestCase("2 h")]
    [TestCase("1.5h")]
    [TestCase("2s")]
    [TestCase("2y")]
    [TestCase("٢h")]
    [TestCase("the")]
    public void Text_without_the_shape_is_no_span(string text)
    {
        Assert.That(SpanText.TryRead(text, out var span), Is.False);
        Assert.That(span, Is.Null);
    }

    [Test]
    public void Hundred_thousand_digits_do_not_overflow()
    {
        var shaped = SpanText.TryRead(new string('9', 100_000) + "w", out var span);

        Assert.That(shaped, Is.True);
        Assert.That(span, Is.Null);
    }

    [Test]
    public void Any_sum_of_parts_is_read_as_that_sum_or_refused_as_too_long()
    {
        var parts = Gen.Choose(1, 200_000).Zip(Gen.Elements(('m', 1L), ('h', 60L), ('d', 1440L), ('w', 10080L))).NonEmptyListOf();

        Prop.ForAll(parts.ToArbitrary(), sequence =>
        {
            var text = string.Concat(sequence.Select(part => $"{part.Item1}{part.Item2.Item1}"));
            var minutes = sequence.Sum(part => part.Item1 * part.Item2.Item2);

            var shaped = SpanText.TryRead(text, out var span);

            return shaped && span == (minutes <= 129600 ? TimeSpan.FromMinutes(minutes) : null);
        }).QuickCheckThrowOnFailure();
    }
}
