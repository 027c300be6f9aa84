using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

internal static class GetMe
{
    public static JsonNode Do(TelegramCall call)
    {
        var me = MessageJson.Of(call.World.Bot);
        me["can_join_groups"] = true;
        me["can_read_all_group_messages"] = call.World.Options.CanReadAllGroupMessages;
        me["supports_inline_queries"] = false;
        return me;
    }
}
