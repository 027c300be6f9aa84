using System.Globalization;
using ChatAuth.Channels.Telegram;
using ChatAuth.Testing.Fakes;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>The limits and the order, whatever comes when, and however often Telegram complains.</summary>
internal sealed class PacedSenderPropertyTests
{
    private static readonly Arbitrary<(int Chat, int Gap, bool Floods)[]> Traffic = Gen.ArrayOf(
        from chat in Gen.Choose(-20, 40)
        from gap in Gen.Frequency((9, Gen.Constant(0)), (1, Gen.Choose(1, 5_000)))
        from floods in Gen.Frequency((30, Gen.Constant(false)), (1, Gen.Constant(true)))
        select (chat, gap, floods), 400).ToArbitrary();

    [Test]
    public void Limits_and_order_hold() => Prop.ForAll(Traffic, traffic =>
    {
        var time = new FakeTime();
        var inner = new ScriptedSender(time).Answers([.. traffic.Select(message => message.Floods ? ScriptedSender.Flood(2) : ScriptedSender.Done)]);
        var paced = new PacedSender(inner, time, PaceLimits.Telegram);

        for (var at = 0; at < traffic.Length; at++)
        {
            _ = paced.SendAsync(new TelegramRequest.SendMessage(traffic[at].Chat, $"{at}"), default);
            time.Advance(TimeSpan.FromMilliseconds(traffic[at].Gap));
        }
        time.Advance(TimeSpan.FromHours(1));

        var chats = inner.Sent.GroupBy(sent => RequestTraits.ChatOf(sent.Request)!.Value).ToList();
        return Holds(inner.Sent, 30, 1)
            && chats.All(chat => Holds(chat, 3, 3) && (chat.Key >= 0 || Holds(chat, 20, 60)) && IsInOrder(chat))
            && inner.Sent.Select(sent => TextOf(sent.Request)).Distinct().Count() == traffic.Length;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static bool Holds(IEnumerable<(TimeSpan At, TelegramRequest Request)> sent, int most, double seconds)
    {
        var times = sent.Select(one => one.At).ToList();
        return times.Zip(times.Skip(most)).All(pair => pair.Second - pair.First >= TimeSpan.FromSeconds(seconds));
    }

    private static bool IsInOrder(IEnumerable<(TimeSpan At, TelegramRequest Request)> sent)
    {
        var numbers = sent.Select(one => TextOf(one.Request)).ToList();
        return numbers.SequenceEqual(numbers.Order());
    }

    private static int TextOf(TelegramRequest request) => int.Parse(((TelegramRequest.SendMessage)request).Text, CultureInfo.InvariantCulture);
}
