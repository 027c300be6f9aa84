using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Chat;

/// <summary>With what one message is asked, in place of the conversation's choice. It changes no state.</summary>
/// <param name="Model">The model.</param>
/// <param name="Profile">The profile that pays; null lets the resolver choose.</param>
public sealed record AskChoice(ModelRef Model, ProfileId? Profile);
