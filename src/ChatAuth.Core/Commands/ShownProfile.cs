using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Commands;

/// <summary>A profile as this reply's readers may see it.</summary>
/// <param name="Name">The id in a private reply, the label in a public one, <c>a private account</c> where some reader may not know it.</param>
/// <param name="Billing">How its use is paid.</param>
public sealed record ShownProfile(string Name, BillingClass Billing);
