using ChatAuth.Core.Errors;
using NUnit.Framework.Constraints;

namespace ChatAuth.Storage.Tests.Files;

/// <summary>Says by which code something must fail.</summary>
internal static class Fails
{
    public static IResolveConstraint With(ErrorCode code) =>
        Throws.TypeOf<ChatAuthException>().With.Property(nameof(ChatAuthException.Code)).EqualTo(code);
}
