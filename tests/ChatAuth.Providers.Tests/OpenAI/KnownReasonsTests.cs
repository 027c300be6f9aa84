using System.Text;
using ChatAuth.Providers.OpenAI;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Providers.Tests.OpenAI;

public sealed class KnownReasonsTests
{
    [TestCase("""{"finish_reason":"eos"}""", """{"finish_reason":"stop"}""")]
    [TestCase("""{"finish_reason":"a","x":{"finish_reason"  :  "b"}}""", """{"finish_reason":"stop","x":{"finish_reason"  :  "stop"}}""")]
    [TestCase("""{"finish_reason":"tool_calls"}""", null)]
    [TestCase("""{"finish_reason":"LENGTH"}""", null)]
    [TestCase("""{"finish_reason":"abort"}""", null)]
    [TestCase("""{"finish_reason":null,"native_finish_reason":"eos"}""", null)]
    [TestCase("""{"content":"say \"finish_reason\":\"eos\"","finish_reason":"stop"}""", null)]
    [TestCase("""{"content":"finish_reason"}""", null)]
    [TestCase("""{"finish_reason":"cut""", null)]
    [TestCase("""{"finish_reason":""", null)]
    [TestCase("", null)]
    public async Task Reason_that_is_not_known_is_an_end_and_nothing_else_changes(string answer, string? read) =>
        Assert.That(await Read(answer, 7), Is.EqualTo(read ?? answer));

    [Test]
    public async Task Event_is_handed_on_when_its_line_is_whole()
    {
        await using var both = new KnownReasons(new Pieces([.. "data: 1\n\ndata: "u8], 11));

        var first = await both.ReadAsync(new byte[100]);

        Assert.That(first, Is.EqualTo("data: 1\n\n".Length));
    }

    [Test]
    public void Nothing_is_lost_wherever_an_answer_is_cut() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyArray<byte>>(), ArbMap.Default.ArbFor<PositiveInt>(), (bytes, size) =>
        {
            var text = string.Concat(bytes.Get.Select(one => (one % 5) switch { 0 => "\n", 1 => "\"finish_reason\":", 2 => "\"eos\"", 3 => "\"stop\",", _ => "…" }));
            return Read(text, size.Get).GetAwaiter().GetResult() == Read(text, int.MaxValue).GetAwaiter().GetResult();
        }).QuickCheckThrowOnFailure();

    private static async Task<string> Read(string answer, int size)
    {
        using var reader = new StreamReader(new KnownReasons(new Pieces(Encoding.UTF8.GetBytes(answer), size)));
        return await reader.ReadToEndAsync();
    }

    /// <summary>Gives no more than so many bytes at a time.</summary>
    private sealed class Pieces(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
