using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord;

/// <summary>Discord says no.</summary>
internal sealed class DiscordRefusal(int status, int code, string message, JsonObject? errors = null) : Exception(message)
{
    public int Status => status;

    public JsonObject Body
    {
        get
        {
            var body = new JsonObject { ["message"] = Message, ["code"] = code };
            if (errors is not null) body["errors"] = errors.DeepClone();
            return body;
        }
    }

    public static DiscordRefusal Unauthorized => new(401, 0, "401: Unauthorized");

    public static DiscordRefusal NotFound => new(404, 0, "404: Not Found");

    public static DiscordRefusal UnknownChannel => new(404, 10003, "Unknown Channel");

    public static DiscordRefusal UnknownGuild => new(404, 10004, "Unknown Guild");

    public static DiscordRefusal UnknownMessage => new(404, 10008, "Unknown Message");

    public static DiscordRefusal UnknownUser => new(404, 10013, "Unknown User");
    public static DiscordRefusal UnknownWebhook => new(404, 10015, "Unknown Webhook");

    public static DiscordRefusal UnknownInteraction => new(404, 10062, "Unknown interaction");

    public static DiscordRefusal NotYourApplication => new(403, 20012, "You are not authorized to perform this action on this application");

    public static DiscordRefusal TooManyCommands =>
        new(400, 30032, $"Maximum number of application commands reached ({FakeDiscordLimits.Commands}).");

    public static DiscordRefusal TooManyCreates =>
        new(400, 30034, $"Max number of daily application command creates has been reached ({FakeDiscordLimits.CommandCreates}).");

    public static DiscordRefusal AlreadyAcknowledged => new(400, 40060, "Interaction has already been acknowledged.");

    public static DiscordRefusal TooManyFollowUps =>
        new(400, 40094, "This interaction has reached the maximum number of follow up messages.");

    public static DiscordRefusal MissingAccess => new(403, 50001, "Missing Access");

    public static DiscordRefusal EmptyMessage => new(400, 50006, "Cannot send an empty message");

    public static DiscordRefusal CannotWriteToUser => new(403, 50007, "Cannot send messages to this user");

    public static DiscordRefusal MissingPermissions => new(403, 50013, "Missing Permissions");

    public static DiscordRefusal InvalidWebhookToken => new(401, 50027, "Invalid Webhook Token");

    public static DiscordRefusal InvalidRecipient => new(400, 50033, "Invalid Recipient(s)");

    public static DiscordRefusal InvalidJson => new(400, 50109, "The request body contains invalid JSON.");

    public static DiscordRefusal InvalidForm(JsonObject errors) => new(400, 50035, "Invalid Form Body", errors);
}
