using System.Buffers.Binary;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Buttons;

/// <summary>What a button says when it is tapped. As bytes: action 1, slot 1, issued 3, span 3, choice 8, target 14, after one for the format and the key.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Slot">Its place in the message: platforms want no two buttons alike.</param>
/// <param name="Issued">When the message was made, in minutes since 2026-01-01 UTC.</param>
/// <param name="SpanMinutes">For how long, in minutes from the tap on; 0 is for good.</param>
/// <param name="Choice">The choice that it was drawn under.</param>
/// <param name="Target">What it speaks of.</param>
internal readonly record struct ButtonToken(ReplyActionKind Action, byte Slot, int Issued, int SpanMinutes, ChoiceId Choice, ButtonTarget Target)
{
    /// <summary>The bytes without the first, and without the signature.</summary>
    public const int Bytes = 30;

    private static readonly DateTimeOffset s_epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>For how long from the tap on; null is for good.</summary>
    public TimeSpan? Span => SpanMinutes == 0 ? null : TimeSpan.FromMinutes(SpanMinutes);

    /// <summary>A moment as tokens have it.</summary>
    public static int MinutesAt(DateTimeOffset moment) => Math.Clamp((int)(moment - s_epoch).TotalMinutes, 0, 0xFFFFFF);

    public void Write(Span<byte> bytes)
    {
        bytes[0] = (byte)Action;
        bytes[1] = Slot;
        Write24(bytes[2..], Issued);
        Write24(bytes[5..], SpanMinutes);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Choice.Bits);
        Target.Write(bytes[16..]);
    }

    public static ButtonToken Read(ReadOnlySpan<byte> bytes) => new(
        (ReplyActionKind)bytes[0], bytes[1], Read24(bytes[2..]), Read24(bytes[5..]),
        new ChoiceId(BinaryPrimitives.ReadUInt64BigEndian(bytes[8..])), ButtonTarget.Read(bytes[16..]));

    private static void Write24(Span<byte> bytes, int value)
    {
        bytes[0] = (byte)(value >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[1..], (ushort)value);
    }

    private static int Read24(ReadOnlySpan<byte> bytes) => (bytes[0] << 16) | BinaryPrimitives.ReadUInt16BigEndian(bytes[1..]);
}
