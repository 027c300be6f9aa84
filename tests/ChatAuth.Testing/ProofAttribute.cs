using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace ChatAuth.Testing;

/// <summary>A long proof: category <c>Proof</c>, skipped with a reason unless <c>CHATAUTH_PROOFS=1</c>.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class ProofAttribute : NUnitAttribute, IApplyToTest
{
    public void ApplyToTest(Test test)
    {
        test.Properties.Add(PropertyNames.Category, "Proof");
        if (Environment.GetEnvironmentVariable("CHATAUTH_PROOFS") == "1" || test.RunState is not RunState.Runnable) return;
        test.RunState = RunState.Ignored;
        test.Properties.Set(PropertyNames.SkipReason, "A proof: CHATAUTH_PROOFS=1 dotnet test");
    }
}
