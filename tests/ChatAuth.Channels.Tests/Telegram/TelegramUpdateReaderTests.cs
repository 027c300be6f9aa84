using System.Text;
using System.Text.Json;
using ChatAuth.Channels.Telegram;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>Every input is legal: what cannot be read says so, with the update's number where that much can be read.</summary>
internal sealed class TelegramUpdateReaderTests
{
    private static readonly string[] Names =
    [
        "update_id", "message", "edited_message", "channel_post", "callback_query", "reply_to_message", "from", "chat", "id", "type", "is_bot",
        "message_id", "message_thread_id", "is_topic_message", "date", "text", "caption", "entities", "caption_entities", "offset", "length", "user",
        "url", "language", "quote", "poll", "document", "rich_message", "contact", "data", "sender_chat", "forward_origin", "migrate_to_chat_id",
        "migrate_from_chat_id", "forum_topic_created", "new_chat_title", "username", "unknown", "\\ud800", "file_id",
    ];

    private static readonly string[] Leaves =
    [
        "null", "true", "false", "0", "1", "-1", "5000000042", "9223372036854775807", "9223372036854775808", "1.5", "1e400", "\"\"", "\"private\"",
        "\"supergroup\"", "\"mention\"", "\"bot_command\"", "\"@SampleModelBot\"", "\"/model\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "{}", "x",
    ];

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("7")]
    [TestCase("{")]
    [TestCase("not JSON")]
    [TestCase("""{"update_id":7} {}""")]
    [TestCase("""{"update_id":7,"update_id":8}""")]
    public void Text_that_is_no_update_is_unreadable(string json) => Assert.That(UpdateSample.ReadText(json), Is.EqualTo(new TelegramEvent.Unreadable()));

    [TestCase("""{"update_id":7,"message":5}""")]
    [TestCase("""{"update_id":7,"message":{"message_id":1,"chat":null}}""")]
    [TestCase("""{"update_id":7,"message":{"message_id":1,"chat":{"id":1,"id":2,"type":"private"}}}""")]
    [TestCase("""{"update_id":7,"message":{"message_id":1,"message_id":1,"chat":{"id":1,"type":"private"}}}""")]
    [TestCase("""{"update_id":7,"message":{"message_id":1,"chat":{"id":1,"type":"private"},"text":"\ud800"}}""")]
    [TestCase("""{"update_id":7,"message":{"message_id":1,"chat":{"id":1,"type":"private"},"poll":{"question":"\ud800"}}}""")]
    public void Update_that_contradicts_the_api_keeps_its_number(string json) =>
        Assert.That(UpdateSample.ReadText(json), Is.EqualTo(new TelegramEvent.Unreadable { UpdateId = 7 }));

    [Test]
    public void Update_that_is_too_deep_is_unreadable() =>
        Assert.That(UpdateSample.ReadText($$"""{"update_id":7,"x":{{new string('[', 100)}}{{new string(']', 100)}}}"""), Is.TypeOf<TelegramEvent.Unreadable>());

    [Test]
    public void Update_over_a_megabyte_is_unreadable_but_for_its_number()
    {
        var json = UpdateSample.Text("private-text") + new string(' ', TelegramUpdateReader.MaxLength);

        Assert.That(UpdateSample.ReadText(json), Is.EqualTo(new TelegramEvent.Unreadable { UpdateId = 900000101 }));
    }

    [Test]
    public void Missing_element_is_unreadable() => Assert.That(TelegramUpdateReader.Read(default(JsonElement), UpdateSample.Bot), Is.TypeOf<TelegramEvent.Unreadable>());

    [Test]
    public void Update_of_an_unknown_kind_is_nothing() =>
        Assert.That(UpdateSample.ReadText("""{"update_id":7,"brand_new":{"x":[1,{"y":null}]}}"""), Is.EqualTo(new TelegramEvent.Nothing { UpdateId = 7 }));

    [Test]
    public void Field_that_is_null_is_as_if_absent()
    {
        var json = UpdateSample.Text("private-text").Replace("\"text\"", "\"sender_chat\":null,\"poll\":null,\"entities\":[null],\"reply_to_message\":null,\"text\"", StringComparison.Ordinal);

        Assert.That(UpdateSample.ReadText(json), Is.TypeOf<TelegramEvent.Said>());
    }

    [Test]
    public void No_JSON_throws() =>
        Prop.ForAll(Trees(5).ToArbitrary(), json => Assert.That(() => UpdateSample.ReadText(json), Throws.Nothing))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Test]
    public void No_cut_or_changed_update_throws()
    {
        var samples = UpdateSample.Names.Select(name => Encoding.UTF8.GetBytes(UpdateSample.Text(name))).ToArray();
        var changed = Gen.Elements(samples).SelectMany(bytes => Gen.Choose(0, bytes.Length - 1).Zip(Gen.Choose(0, 255)).ListOf()
            .SelectMany(changes => Gen.Choose(0, bytes.Length).Select(length => Changed(bytes, changes, length))));

        Prop.ForAll(changed.ToArbitrary(), bytes => Assert.That(() => TelegramUpdateReader.Read(bytes, UpdateSample.Bot), Throws.Nothing))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    /// <summary>Values change their places, so that most of it still is an update.</summary>
    [Test]
    public void No_update_with_foreign_values_throws()
    {
        var lines = UpdateSample.Names.Select(name => UpdateSample.Text(name).Split('\n')).ToArray();
        var changed = Gen.Elements(lines).SelectMany(sample => Gen.Choose(0, sample.Length - 1).Zip(Gen.Elements(Leaves)).Select(change => WithValue(sample, change.Item1, change.Item2)));

        Prop.ForAll(changed.ToArbitrary(), json => Assert.That(() => UpdateSample.ReadText(json), Throws.Nothing))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    private static Gen<string> Trees(int depth)
    {
        if (depth == 0) return Gen.Elements(Leaves);
        var inner = Trees(depth - 1);
        var fields = Gen.Elements(Names).Zip(inner, (name, value) => $"\"{name}\":{value}").ListOf().Select(list => $"{{{string.Join(',', list)}}}");
        return Gen.OneOf(Gen.Elements(Leaves), fields, fields, fields, inner.ListOf().Select(list => $"[{string.Join(',', list)}]")).Resize(6);
    }

    private static byte[] Changed(byte[] bytes, IEnumerable<(int At, int Value)> changes, int length)
    {
        var copy = (byte[])bytes.Clone();
        foreach (var (at, value) in changes.Take(3)) copy[at] = (byte)value;
        return copy[..(length % 3 == 0 ? length : copy.Length)];
    }

    private static string WithValue(string[] sample, int line, string value)
    {
        var copy = (string[])sample.Clone();
        var colon = copy[line].IndexOf("\": ", StringComparison.Ordinal);
        if (colon >= 0 && copy[line][^1] is not ('{' or '[')) copy[line] = $"{copy[line][..(colon + 3)]}{value}{(copy[line][^1] == ',' ? "," : "")}";
        return string.Join('\n', copy);
    }
}
