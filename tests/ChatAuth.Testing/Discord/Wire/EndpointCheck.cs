using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord.Wire;

/// <summary>Discord's own check of an endpoint: a ping that it must take, and bad signatures that it must refuse.</summary>
internal static class EndpointCheck
{
    public static async Task<FakeDiscordEndpointCheck> RunAsync(DiscordWorld world)
    {
        var good = Ping(world);
        var failures = new List<string>();
        await ExpectAsync("a good ping", good, 200);
        await ExpectAsync("a signature with one bit changed", good with { Signature = Flip(good.Signature) }, 401);
        await ExpectAsync("a signature of other bytes", good with { Body = good.Body + " " }, 401);
        await ExpectAsync("a signature of another time", good with { Timestamp = $"{long.Parse(good.Timestamp, CultureInfo.InvariantCulture) + 1}" }, 401);
        await ExpectAsync("a signature that is none", good with { Signature = "not hexadecimal" }, 401);
        await ExpectAsync("no signature", good with { Signature = "", Timestamp = "" }, 401);
        return new FakeDiscordEndpointCheck(failures);

        async Task ExpectAsync(string what, FakeDiscordSignedRequest request, int status)
        {
            var reply = await world.Sender.PostAsync(request);
            if (reply.Status != status) failures.Add($"{what}: {status} expected, {reply.Status} came. {reply.Body}");
            else if (status == 200 && !IsPong(reply.Body)) failures.Add($"{what}: not answered with type 1 but {reply.Body}");
        }
    }

    private static FakeDiscordSignedRequest Ping(DiscordWorld world)
    {
        string id;
        lock (world.Gate) id = world.NextId();
        var body = new JsonObject
        {
            ["id"] = id,
            ["application_id"] = world.Options.ApplicationId,
            ["type"] = 1,
            ["token"] = $"FAKE-ping-token-{id}",
            ["version"] = 1,
            ["app_permissions"] = "0",
            ["authorizing_integration_owners"] = new JsonObject(),
            ["entitlements"] = new JsonArray(),
            ["user"] = PersonJson.Of(world.Bot),
        };
        return world.Key.Sign(world.Time.GetUtcNow(), body.ToJsonString());
    }

    private static string Flip(string signature) => (signature[0] == '0' ? '1' : '0') + signature[1..];

    private static bool IsPong(string body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject pong && pong["type"] is JsonValue type && type.TryGetValue(out int number) && number == 1;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }
}
