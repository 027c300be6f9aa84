using ChatAuth.Core.Buttons;

namespace ChatAuth.Testing.Fakes;

/// <summary>Keys that are visibly fake, and change when a test says so.</summary>
public sealed class ScriptedButtonKeys : IButtonKeys
{
    private ButtonKeys _keys = new(Key(0), null);

    public ButtonKeys Load() => _keys;

    /// <summary>The next key signs; the one before it is still believed.</summary>
    public void Rotate() => _keys = new ButtonKeys(Key((_keys.Current.Id + 1) & 0xF), _keys.Current);

    /// <summary>The same id with another secret: what was signed before is nobody's.</summary>
    public void Lose() => _keys = new ButtonKeys(new ButtonKey(_keys.Current.Id, Enumerable.Repeat((byte)0xEE, 32).ToArray()), null);

    private static ButtonKey Key(int id) => new((byte)id, Enumerable.Repeat((byte)(0xF0 + id), 32).ToArray());
}
