using System.Buffers.Binary;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Core.Buttons;

/// <summary>Keys that are made at the first use and lost with the process: every menu of an earlier process is foreign then. For tests and small bots.</summary>
internal sealed class InMemoryButtonKeys(IIdFactory ids) : IButtonKeys
{
    private readonly Lazy<ButtonKeys> _keys = new(() => new ButtonKeys(Make(ids), null));

    public ButtonKeys Load() => _keys.Value;

    private static ButtonKey Make(IIdFactory ids)
    {
        var secret = new byte[32];
        for (var at = 0; at < secret.Length; at += sizeof(ulong)) BinaryPrimitives.WriteUInt64BigEndian(secret.AsSpan(at), ids.NextBits());
        return new ButtonKey(0, secret);
    }
}
