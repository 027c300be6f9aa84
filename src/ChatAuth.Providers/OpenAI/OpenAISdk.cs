using System.ClientModel.Primitives;
using System.Collections.Concurrent;
using ChatAuth.Providers.Wire;
using Microsoft.Extensions.AI;
using OpenAI;

namespace ChatAuth.Providers.OpenAI;

/// <summary>Puts the vendor's client on our wire. Everything that names its types is reached from here only, so that nothing loads it before a message is sent.</summary>
/// <remarks>A client of it knows no credential, so that one serves every account at its endpoint.</remarks>
internal sealed class OpenAISdk(VendorSocket socket)
{
    private const string TelemetrySwitch = "OpenAI.Experimental.EnableOpenTelemetry";

    // A variable of the environment turns its telemetry on; what the host's own code said before stands.
    static OpenAISdk()
    {
        if (!AppContext.TryGetSwitch(TelemetrySwitch, out _)) AppContext.SetSwitch(TelemetrySwitch, false);
    }

    /// <summary>By the endpoints of the configuration.</summary>
    private readonly ConcurrentDictionary<Uri, OpenAIClient> _clients = new();

    public IChatClient Open(PinnedCall call, string model, bool isCompatible)
    {
        var client = _clients.GetOrAdd(call.Endpoint, Make, socket.Client);
        return new VendorChatClient(new OpenAIChatClient(client.GetChatClient(model), new OpenAIDialect(isCompatible), model), socket, call);
    }

    private static OpenAIClient Make(Uri address, HttpClient http)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = address,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            EnableDistributedTracing = false,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false, EnableMessageLogging = false, EnableMessageContentLogging = false },
        };
#pragma warning disable OPENAI001 // The one constructor that wants no key: the wire sets the credential. The package's version is pinned.
        return new OpenAIClient(new NoCredentialPolicy(), options);
#pragma warning restore OPENAI001
    }
}
