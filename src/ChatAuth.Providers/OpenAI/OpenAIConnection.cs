using System.ClientModel.Primitives;
using ChatAuth.Providers.Wire;
using Microsoft.Extensions.AI;
using OpenAI;
using Sdk = OpenAI.Chat;

namespace ChatAuth.Providers.OpenAI;

/// <summary>Puts the vendor's client on our wire. Everything that names its types is reached from here only, so that nothing loads it before a message is sent.</summary>
internal static class OpenAIConnection
{
    private const string TelemetrySwitch = "OpenAI.Experimental.EnableOpenTelemetry";

    // A variable of the environment turns its telemetry on; what the host's own code said before stands.
    static OpenAIConnection()
    {
        if (!AppContext.TryGetSwitch(TelemetrySwitch, out _)) AppContext.SetSwitch(TelemetrySwitch, false);
    }

    public static IChatClient Open(VendorSocket socket, PinnedCall call, string model, bool isCompatible)
    {
        var http = socket.Open(call);
        var options = new OpenAIClientOptions
        {
            Endpoint = call.Endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            EnableDistributedTracing = false,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false, EnableMessageLogging = false, EnableMessageContentLogging = false },
        };
#pragma warning disable OPENAI001 // The one constructor that wants no key: the wire sets the credential. The package's version is pinned.
        var sdk = new Sdk.ChatClient(model, new NoCredentialPolicy(), options);
#pragma warning restore OPENAI001
        return new VendorChatClient(new OpenAIChatClient(sdk, new OpenAIDialect(isCompatible), model), http, call);
    }
}
