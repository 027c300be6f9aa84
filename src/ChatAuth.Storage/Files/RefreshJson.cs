using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Storage.Files;

/// <summary>The records of a page as bytes.</summary>
internal static class RefreshJson
{
    public static byte[] Write(RefreshIntent intent)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("attempt", intent.Attempt.ToString("x16", CultureInfo.InvariantCulture));
            json.WriteNumber("at", intent.At.ToUnixTimeMilliseconds());
            json.WriteString("agent", intent.Agent.Name);
            json.WriteString("profile", intent.Profile.ToString());
            json.WriteString("place", intent.Place);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    public static RefreshIntent? ReadIntent(ReadOnlyMemory<byte>? record)
    {
        if (record is not { } bytes) return null;
        using var document = JsonDocument.Parse(bytes);
        var json = document.RootElement;
        if (!AgentId.TryParse(json.Text("agent"), out var agent) || !ProfileId.TryParse(json.Text("profile"), out var profile))
        {
            // Not absent: what is absent may be sent.
            throw new ChatAuthException(ErrorCode.StoreDamaged, "a page of the journal of refreshes");
        }
        var attempt = ulong.Parse(json.Text("attempt")!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new RefreshIntent(attempt, DateTimeOffset.FromUnixTimeMilliseconds(json.GetProperty("at").GetInt64()), agent, profile, json.Text("place")!);
    }

    /// <summary>The status, then the body as it came.</summary>
    public static byte[] Write(RawTokenAnswer answer)
    {
        var bytes = new byte[sizeof(int) + answer.Body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, answer.Status);
        answer.Body.CopyTo(bytes.AsMemory(sizeof(int)));
        return bytes;
    }

    public static RawTokenAnswer? ReadAnswer(ReadOnlyMemory<byte>? record) => record is not { } bytes
        ? null
        : new RawTokenAnswer(BinaryPrimitives.ReadInt32LittleEndian(bytes.Span), bytes[sizeof(int)..]);

    public static byte[] Write(RefreshEnd end) => [(byte)(end + 1)];

    public static RefreshEnd? ReadEnd(ReadOnlyMemory<byte>? record) => record is { Length: 1 } bytes ? (RefreshEnd)(bytes.Span[0] - 1) : null;
}
