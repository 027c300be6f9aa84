using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;

namespace ChatAuth.Channels.Terminal;

/// <summary>What <c>chat --json</c> writes: one object on one line for each reply, answer or notice.</summary>
internal static class ReplyJson
{
    /// <summary>Letters stay readable: the text is cleaned, and a terminal is no web page.</summary>
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A message that gets no answer.</summary>
    public static string Ignored { get; } = Line(json => json.WriteString("kind", "ignored"));

    public static string Of(CommandReply reply) => Line(json => Reply(json, Kebab.Of(reply.GetType().Name), reply));

    /// <summary>A message that was not sent, or that the vendor refused.</summary>
    public static string Refused(CommandReply reply) => Line(json => Reply(json, "refused", reply));

    /// <summary>An answer that broke off, with the part of it that came.</summary>
    public static string BrokeOff(CommandReply reply, string part) => Line(json =>
    {
        Reply(json, "broke-off", reply);
        json.WriteString("part", CleanText.Prose(part));
    });

    public static string Answer(string answer, ShownReceipt receipt, ShownSession session, IReadOnlyList<Notice> notices) => Line(json =>
    {
        json.WriteString("kind", "answer");
        json.WriteString("text", CleanText.Prose(answer));
        json.WriteStartObject("served");
        json.WriteString("model", CleanText.Name(receipt.Model.Ref.ToString()));
        json.WriteString("profile", CleanText.Name(receipt.Profile.Name));
        json.WriteEndObject();
        Session(json, session);
        Notices(json, notices);
    });

    /// <summary>A notice that came beside no reply.</summary>
    public static string Of(Notice notice) => Line(json =>
    {
        json.WriteString("kind", "notice");
        json.WriteString("text", notice.ToPlainText());
        Notices(json, [notice]);
    });

    private static void Reply(Utf8JsonWriter json, string kind, CommandReply reply)
    {
        json.WriteString("kind", kind);
        if (CodeOf(reply) is { } code) json.WriteString("code", code.Id);
        if (reply is CommandReply.Failed failed)
        {
            if (failed.Column is { } column) json.WriteNumber("column", column);
            json.WriteStartArray("works");
            foreach (var works in failed.Works) json.WriteStringValue(CleanText.Name(works));
            json.WriteEndArray();
        }
        json.WriteString("text", reply.ToPlainText());
        Session(json, reply.Session);
        Notices(json, reply.Notices);
    }

    private static ErrorCode? CodeOf(CommandReply reply) => reply switch
    {
        CommandReply.Failed failed => failed.Code,
        CommandReply.Picker picker => picker.Because,
        CommandReply.Tested tested => tested.Failure,
        CommandReply.DryRun dryRun => dryRun.Refusal,
        _ => null,
    };

    private static void Session(Utf8JsonWriter json, ShownSession? session)
    {
        if (session is null)
        {
            json.WriteNull("session");
            return;
        }

        json.WriteStartObject("session");
        json.WriteString("model", CleanText.Name(session.Model.Ref.ToString()));
        json.WriteStartArray("pins");
        foreach (var pin in session.Pins)
        {
            json.WriteStartObject();
            json.WriteString("provider", CleanText.Name(pin.Provider.Name));
            json.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName(pin.State.ToString()));
            json.WriteString("profile", pin.Profile is { } profile ? CleanText.Name(profile.Name) : null);
            json.WriteString("until", pin.Until?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("version", session.Version);
        json.WriteEndObject();
    }

    private static void Notices(Utf8JsonWriter json, IReadOnlyList<Notice> notices)
    {
        json.WriteStartArray("notices");
        foreach (var notice in notices)
        {
            json.WriteStartObject();
            json.WriteString("kind", Kebab.Of(notice.GetType().Name));
            if (CodeOf(notice) is { } code) json.WriteString("code", code.Id);
            json.WriteString("text", notice.ToPlainText());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static ErrorCode? CodeOf(Notice notice) => notice switch
    {
        Notice.PayerChanged changed => changed.Reason,
        Notice.ModelFellBack fell => fell.Reason,
        _ => null,
    };

    private static string Line(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
