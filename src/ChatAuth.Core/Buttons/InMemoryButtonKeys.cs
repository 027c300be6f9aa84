using System.Buffers.Binary;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Core.Buttons;

/// <summary>Keys kept by this process and lost with it: for tests and small bots, whose menus are old after a restart.</summary>
internal sealed class InMemoryButtonKeys(IIdFactory ids, TimeProvider time) : IButtonKeys
{
    private const int Ids = 16;
    private const int KeyLength = 32;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    private readonly Lock _gate = new();
    private ButtonKeys? _keys;
    private DateTimeOffset _created;

    public ButtonKeys Load()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_keys is not null && now - _created < Lifetime) return _keys;
            _created = now;
            return _keys = new ButtonKeys(new ButtonKey((byte)((_keys?.Current.Id + 1 ?? 0) % Ids), Draw()), _keys?.Current);
        }
    }

    private byte[] Draw()
    {
        var secret = new byte[KeyLength];
        for (var at = 0; at < KeyLength; at += sizeof(ulong)) BinaryPrimitives.WriteUInt64LittleEndian(secret.AsSpan(at), ids.NextBits());
        return secret;
    }
}
