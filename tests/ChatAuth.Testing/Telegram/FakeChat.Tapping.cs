using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

/// <content>What people tap.</content>
public sealed partial class FakeChat
{
    /// <summary>Taps the button with this <c>callback_data</c> on the youngest message that shows it now.</summary>
    /// <exception cref="InvalidOperationException">No message shows it.</exception>
    public FakeTap Tap(FakeUser person, string callbackData)
    {
        var message = BotMessages.LastOrDefault(message => message.Buttons.Any(button => button.CallbackData == callbackData))
            ?? throw new InvalidOperationException($"No message in '{Title}' shows a button with '{callbackData}'.");
        return TapForged(person, message, callbackData);
    }

    /// <summary>Taps the button of a message that says this, as it is shown now.</summary>
    /// <exception cref="InvalidOperationException">No button does, or it hands nothing back.</exception>
    public FakeTap TapLabel(FakeUser person, FakeMessage message, string label) =>
        TapForged(person, message, message.Button(label).CallbackData ?? throw new InvalidOperationException($"'{label}' hands nothing back."));

    /// <summary>Hands back any text on a message, whether a button has it or not: what a changed client may do, or a tap before an edit.</summary>
    public FakeTap TapForged(FakeUser person, FakeMessage message, string callbackData)
    {
        lock (World.Gate) return Tap(person, callbackData, MessageJson.Of(message));
    }

    /// <summary>Taps on a message that the bot can no longer see: its date is 0, and nothing else of it is told.</summary>
    public FakeTap TapInaccessible(FakeUser person, long messageId, string callbackData)
    {
        lock (World.Gate) return Tap(person, callbackData, new JsonObject { ["message_id"] = messageId, ["chat"] = MessageJson.Of(this), ["date"] = 0 });
    }

    private FakeTap Tap(FakeUser person, string data, JsonObject message)
    {
        var tap = new FakeTap(this, World.NextTapId(), person, data, World.Time.GetUtcNow());
        World.Taps[tap.Id] = tap;
        World.Deliver("callback_query", Id, new JsonObject
        {
            ["id"] = tap.Id,
            ["from"] = MessageJson.Of(person),
            ["message"] = message,
            ["chat_instance"] = $"{unchecked(Id * 7919)}",
            ["data"] = data,
        });
        return tap;
    }
}
