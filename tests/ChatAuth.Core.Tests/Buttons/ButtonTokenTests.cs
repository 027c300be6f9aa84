using ChatAuth.Core.Buttons;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Core.Tests.Buttons;

internal sealed class ButtonTokenTests
{
    private static readonly Gen<ulong> Bits = Gen.Choose(int.MinValue, int.MaxValue).Zip(Gen.Choose(int.MinValue, int.MaxValue))
        .Select(halves => ((ulong)(uint)halves.Item1 << 32) | (uint)halves.Item2);

    /// <summary>A token of any fields.</summary>
    public static Gen<ButtonToken> Tokens { get; } =
        Gen.Elements(Enum.GetValues<ReplyActionKind>()).Zip(Gen.Choose(0, byte.MaxValue)).Zip(Gen.Choose(0, 0xFFFFFF)).Zip(Gen.Choose(0, 0xFFFFFF))
            .Zip(Bits).Zip(Bits).Select(all =>
            {
                var (((((action, slot), issued), span), choice), target) = all;
                return new ButtonToken(action, (byte)slot, issued, span, new ChoiceId(choice), ButtonTarget.Of($"{target}"));
            });

    [Test]
    public void Token_is_read_from_its_bytes_as_it_was()
    {
        Prop.ForAll(Tokens.ToArbitrary(), token =>
        {
            var bytes = new byte[ButtonToken.Bytes];
            token.Write(bytes);
            return ButtonToken.Read(bytes) == token;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    [TestCase("2026-01-01T00:00:00Z", 0)]
    [TestCase("2026-01-02T00:01:30Z", 1441)]
    [TestCase("1999-12-31T23:59:59Z", 0)]
    [TestCase("9999-12-31T23:59:59Z", 0xFFFFFF)]
    public void Moment_is_minutes_since_2026_within_three_bytes(string moment, int minutes)
    {
        Assert.That(ButtonToken.MinutesAt(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(minutes));
    }

    [Test]
    public void Span_of_no_minutes_is_for_good()
    {
        Assert.That(default(ButtonToken).Span, Is.Null);
        Assert.That((default(ButtonToken) with { SpanMinutes = 120 }).Span, Is.EqualTo(TimeSpan.FromHours(2)));
    }
}
