using System.Text.Json;
using ChatAuth.Core;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Sessions;
using ChatAuth.Storage.Files;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Benchmarks;

/// <summary>A whole ChatAuth as a bot's author has it, on a state directory with fake keys.</summary>
internal sealed class Installation : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly IChatAuth _chatAuth;

    public Installation(string location)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ChatAuth:Storage:StateDirectory", location)]).Build();
        _services = new ServiceCollection().AddChatAuth(configuration).BuildServiceProvider();
        _chatAuth = _services.GetRequiredService<IChatAuth>();
    }

    public ISessionStore Sessions => _services.GetRequiredService<ISessionStore>();

    /// <summary>Prepares a state directory with these profiles of one provider.</summary>
    public static Installation Create(string location, IEnumerable<string> profiles)
    {
        var state = new StateDirectory(location);
        var store = state.CredentialsOf(AgentId.Main);
        state.Create(Path.GetDirectoryName(store)!);
        File.WriteAllText(store, JsonSerializer.Serialize(new
        {
            version = 1,
            profiles = profiles.ToDictionary(
                name => $"anthropic:{name}", name => new { type = "api_key", provider = "anthropic", key = $"sk-ant-api03-FAKE-{name}" }),
        }));
        return new Installation(location);
    }

    /// <summary>Types <c>/model opus@anthropic:name</c>; a reply that does not say that the choice changed is an error.</summary>
    public async Task PinAsync(SessionKey conversation, string profile, string cause)
    {
        var context = new CommandContext
        {
            Asker = new Asker(Person.Operator, conversation, IsPrivate: true, IsOperator: true),
            Cause = new ChangeCause(cause),
        };
        var result = await _chatAuth.HandleAsync(context, $"/model opus@anthropic:{profile}");
        if (result is not HandleResult.Handled { Reply: CommandReply.ChoiceChanged { Changed: true } })
            throw new InvalidOperationException($"{cause}: {result}");
    }

    public void Dispose() => _services.Dispose();
}
