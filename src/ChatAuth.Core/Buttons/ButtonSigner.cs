using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using ChatAuth.Core.Access;

namespace ChatAuth.Core.Buttons;

/// <summary>
/// Signs buttons, and tells whose a tapped one is. The signature covers the token and, each with its length, purpose, platform, bot, conversation,
/// thread and person: a button of one cannot be used by another, nor elsewhere.
/// </summary>
internal sealed class ButtonSigner(IButtonKeys keys, TimeProvider time)
{
    private const byte Format = 1;
    private const int MacBytes = 16;
    private const int Length = 1 + ButtonToken.Bytes + MacBytes;
    private const int OldAfterMinutes = 24 * 60;
    private const int ClockSlackMinutes = 5;

    /// <summary>The present as tokens have it.</summary>
    public int Now => ButtonToken.MinutesAt(time.GetUtcNow());

    /// <summary>The text that a button carries, 63 characters of base64url.</summary>
    /// <param name="asker">Whose button it is, and where.</param>
    /// <param name="token">What it says.</param>
    public string Sign(Asker asker, ButtonToken token)
    {
        var key = keys.Load().Current;
        Span<byte> bytes = stackalloc byte[Length];
        bytes[0] = (byte)((Format << 4) | key.Id);
        token.Write(bytes[1..]);
        Mac(key, asker, bytes[..^MacBytes], bytes[^MacBytes..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads what a button handed back.</summary>
    /// <param name="asker">Who tapped it, and where.</param>
    /// <param name="text">What it handed back; anybody can send anything.</param>
    /// <param name="token">What it says, where it is this person's.</param>
    public ButtonValidity Read(Asker asker, string text, out ButtonToken token)
    {
        token = default;
        Span<byte> bytes = stackalloc byte[Length];
        if (!IsToken(text, bytes) || bytes[0] >> 4 != Format) return ButtonValidity.Foreign;
        if (Find((byte)(bytes[0] & 0xF)) is not { } key) return ButtonValidity.KeyGone;
        Span<byte> mac = stackalloc byte[MacBytes];
        Mac(key, asker, bytes[..^MacBytes], mac);
        if (!CryptographicOperations.FixedTimeEquals(mac, bytes[^MacBytes..])) return ButtonValidity.Foreign;
        token = ButtonToken.Read(bytes[1..]);
        var age = Now - token.Issued;
        return age is >= -ClockSlackMinutes and <= OldAfterMinutes ? ButtonValidity.Valid : ButtonValidity.Old;
    }

    private ButtonKey? Find(byte id)
    {
        var known = keys.Load();
        return known.Current.Id == id ? known.Current : known.Previous?.Id == id ? known.Previous : null;
    }

    /// <summary>Decoding skips white space and throws nothing: only 63 characters that are 47 bytes pass.</summary>
    private static bool IsToken(string text, Span<byte> bytes) =>
        text.Length == Base64Url.GetEncodedLength(Length)
        && Base64Url.DecodeFromChars(text, bytes, out _, out var written) is OperationStatus.Done && written == Length;

    private static void Mac(ButtonKey key, Asker asker, ReadOnlySpan<byte> token, Span<byte> mac)
    {
        var place = asker.Conversation;
        var signed = HashedParts.Bytes(
            token, ["tap", place.Channel, place.Bot, place.Conversation, place.Thread ?? "", asker.Person.ToString() ?? ""]);
        Span<byte> whole = stackalloc byte[SHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Secret.Span, signed, whole);
        whole[..MacBytes].CopyTo(mac);
    }
}
